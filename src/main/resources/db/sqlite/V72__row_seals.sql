-- SQLite notices damage to the structure of its file, and none to what stands in a row. So each row has
-- a seal beside it, a part of the SHA-256 of its columns, which `bin/postbag verify` computes again.
-- Whoever changes a row breaks its seal by these triggers, also a person with a console; a new one is
-- made later. A byte that changed on the disk breaks nothing, and is found. Letters and the ledger have
-- hashes of their own. (PostgreSQL has checksums of its pages.)
CREATE TABLE row_seal (
  place INTEGER NOT NULL,
  id    BIGINT  NOT NULL,
  hash  BLOB    NOT NULL,
  PRIMARY KEY (place, id)
) WITHOUT ROWID;

CREATE TRIGGER draft_unsealed AFTER UPDATE ON draft BEGIN
  DELETE FROM row_seal WHERE place = 1 AND id = old.letter_id;
END;
CREATE TRIGGER draft_gone AFTER DELETE ON draft BEGIN
  DELETE FROM row_seal WHERE place = 1 AND id = old.letter_id;
END;

CREATE TRIGGER letter_match_unsealed AFTER UPDATE ON letter_match BEGIN
  DELETE FROM row_seal WHERE place = 2 AND id = old.letter_id;
END;
CREATE TRIGGER letter_match_gone AFTER DELETE ON letter_match BEGIN
  DELETE FROM row_seal WHERE place = 2 AND id = old.letter_id;
END;

CREATE TRIGGER campaign_unsealed AFTER UPDATE ON campaign BEGIN
  DELETE FROM row_seal WHERE place = 3 AND id = old.number;
END;
CREATE TRIGGER campaign_gone AFTER DELETE ON campaign BEGIN
  DELETE FROM row_seal WHERE place = 3 AND id = old.number;
END;

CREATE TRIGGER letter_unsealed AFTER UPDATE ON letter BEGIN
  DELETE FROM row_seal WHERE place = 4 AND id = old.id;
END;
CREATE TRIGGER letter_gone AFTER DELETE ON letter BEGIN
  DELETE FROM row_seal WHERE place = 4 AND id = old.id;
END;

CREATE TRIGGER letter_state_unsealed AFTER UPDATE ON letter_state BEGIN
  DELETE FROM row_seal WHERE place = 5 AND id = old.letter_id;
END;
CREATE TRIGGER letter_state_gone AFTER DELETE ON letter_state BEGIN
  DELETE FROM row_seal WHERE place = 5 AND id = old.letter_id;
END;

CREATE TRIGGER approval_unsealed AFTER UPDATE ON approval BEGIN
  DELETE FROM row_seal WHERE place = 6 AND id = old.id;
END;
CREATE TRIGGER approval_gone AFTER DELETE ON approval BEGIN
  DELETE FROM row_seal WHERE place = 6 AND id = old.id;
END;

CREATE TRIGGER attempt_unsealed AFTER UPDATE ON attempt BEGIN
  DELETE FROM row_seal WHERE place = 7 AND id = old.id;
END;
CREATE TRIGGER attempt_gone AFTER DELETE ON attempt BEGIN
  DELETE FROM row_seal WHERE place = 7 AND id = old.id;
END;

CREATE TRIGGER topic_decision_unsealed AFTER UPDATE ON topic_decision BEGIN
  DELETE FROM row_seal WHERE place = 8 AND id = old.id;
END;
CREATE TRIGGER topic_decision_gone AFTER DELETE ON topic_decision BEGIN
  DELETE FROM row_seal WHERE place = 8 AND id = old.id;
END;

CREATE TRIGGER letter_sense_unsealed AFTER UPDATE ON letter_sense BEGIN
  DELETE FROM row_seal WHERE place = 9 AND id = old.letter_id;
END;
CREATE TRIGGER letter_sense_gone AFTER DELETE ON letter_sense BEGIN
  DELETE FROM row_seal WHERE place = 9 AND id = old.letter_id;
END;

CREATE TRIGGER group_decision_unsealed AFTER UPDATE ON group_decision BEGIN
  DELETE FROM row_seal WHERE place = 10 AND id = old.id;
END;
CREATE TRIGGER group_decision_gone AFTER DELETE ON group_decision BEGIN
  DELETE FROM row_seal WHERE place = 10 AND id = old.id;
END;

CREATE TRIGGER refused_lesson_unsealed AFTER UPDATE ON refused_lesson BEGIN
  DELETE FROM row_seal WHERE place = 11 AND id = old.id;
END;
CREATE TRIGGER refused_lesson_gone AFTER DELETE ON refused_lesson BEGIN
  DELETE FROM row_seal WHERE place = 11 AND id = old.id;
END;

CREATE TRIGGER topic_lesson_unsealed AFTER UPDATE ON topic_lesson BEGIN
  DELETE FROM row_seal WHERE place = 12 AND id = old.id;
END;
CREATE TRIGGER topic_lesson_gone AFTER DELETE ON topic_lesson BEGIN
  DELETE FROM row_seal WHERE place = 12 AND id = old.id;
END;

CREATE TRIGGER flyway_schema_history_unsealed AFTER UPDATE ON flyway_schema_history BEGIN
  DELETE FROM row_seal WHERE place = 13 AND id = old.installed_rank;
END;
CREATE TRIGGER flyway_schema_history_gone AFTER DELETE ON flyway_schema_history BEGIN
  DELETE FROM row_seal WHERE place = 13 AND id = old.installed_rank;
END;

CREATE TRIGGER breaker_unsealed AFTER UPDATE ON breaker BEGIN
  DELETE FROM row_seal WHERE place = 14 AND id = old.id;
END;
CREATE TRIGGER breaker_gone AFTER DELETE ON breaker BEGIN
  DELETE FROM row_seal WHERE place = 14 AND id = old.id;
END;

CREATE TRIGGER dry_run_unsealed AFTER UPDATE ON dry_run BEGIN
  DELETE FROM row_seal WHERE place = 15 AND id = old.id;
END;
CREATE TRIGGER dry_run_gone AFTER DELETE ON dry_run BEGIN
  DELETE FROM row_seal WHERE place = 15 AND id = old.id;
END;
