-- What a list is sorted and filtered by stands in one narrow table, and what is counted is counted
-- when it changes: a page of a list reads its own rows, and a count reads a few rows, however many
-- letters there are. Triggers keep both, so that every writer does, also a person with a console.
ALTER TABLE letter_state ADD COLUMN topic TEXT NOT NULL DEFAULT '';
UPDATE letter_state SET topic = coalesce(
  (SELECT d.topic FROM draft d WHERE d.letter_id = letter_state.letter_id), '');
CREATE INDEX letter_state_topic ON letter_state (topic, letter_id);
CREATE INDEX letter_state_both ON letter_state (state, topic, letter_id);
DROP INDEX draft_topic;

CREATE TABLE letter_count (
  mailbox TEXT   PRIMARY KEY,
  n       BIGINT NOT NULL
);
INSERT INTO letter_count (mailbox, n) SELECT mailbox, count(*) FROM letter GROUP BY mailbox;

CREATE TABLE state_count (
  mailbox TEXT   NOT NULL,
  state   TEXT   NOT NULL,
  topic   TEXT   NOT NULL,
  n       BIGINT NOT NULL,
  PRIMARY KEY (state, topic, mailbox)
);
INSERT INTO state_count (mailbox, state, topic, n)
SELECT l.mailbox, s.state, s.topic, count(*)
FROM letter_state s JOIN letter l ON l.id = s.letter_id
GROUP BY l.mailbox, s.state, s.topic;

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
