-- Without its wording no reply made from it can be read: a seal as other rows have, see V72.
CREATE TRIGGER reply_wording_unsealed AFTER UPDATE ON reply_wording BEGIN
  DELETE FROM row_seal WHERE place = 16 AND id = old.id;
END;
CREATE TRIGGER reply_wording_gone AFTER DELETE ON reply_wording BEGIN
  DELETE FROM row_seal WHERE place = 16 AND id = old.id;
END;
