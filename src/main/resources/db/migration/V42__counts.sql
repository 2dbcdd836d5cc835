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
