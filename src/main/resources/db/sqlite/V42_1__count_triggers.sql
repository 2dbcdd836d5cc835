-- Keeps the topic beside the state, and the counts, in the transaction that changes a letter.
CREATE TRIGGER letter_added AFTER INSERT ON letter BEGIN
  INSERT INTO letter_count (mailbox, n) VALUES (new.mailbox, 1)
  ON CONFLICT (mailbox) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER letter_deleted AFTER DELETE ON letter BEGIN
  UPDATE letter_count SET n = n - 1 WHERE mailbox = old.mailbox;
END;

CREATE TRIGGER state_added AFTER INSERT ON letter_state BEGIN
  INSERT INTO state_count (mailbox, state, topic, n)
  SELECT mailbox, new.state, new.topic, 1 FROM letter WHERE id = new.letter_id
  ON CONFLICT (state, topic, mailbox) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER state_changed AFTER UPDATE OF state, topic ON letter_state
WHEN old.state <> new.state OR old.topic <> new.topic BEGIN
  UPDATE state_count SET n = n - 1
  WHERE state = old.state AND topic = old.topic
    AND mailbox = (SELECT mailbox FROM letter WHERE id = old.letter_id);
  INSERT INTO state_count (mailbox, state, topic, n)
  SELECT mailbox, new.state, new.topic, 1 FROM letter WHERE id = new.letter_id
  ON CONFLICT (state, topic, mailbox) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER state_deleted AFTER DELETE ON letter_state BEGIN
  UPDATE state_count SET n = n - 1
  WHERE state = old.state AND topic = old.topic
    AND mailbox = (SELECT mailbox FROM letter WHERE id = old.letter_id);
END;

CREATE TRIGGER draft_added AFTER INSERT ON draft WHEN new.topic IS NOT NULL BEGIN
  UPDATE letter_state SET topic = new.topic WHERE letter_id = new.letter_id;
END;

CREATE TRIGGER draft_moved AFTER UPDATE OF topic ON draft
WHEN old.topic IS NOT new.topic BEGIN
  UPDATE letter_state SET topic = coalesce(new.topic, '') WHERE letter_id = new.letter_id;
END;
