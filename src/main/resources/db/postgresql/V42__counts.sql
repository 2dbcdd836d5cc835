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

CREATE FUNCTION count_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO letter_count (mailbox, n) VALUES (new.mailbox, 1)
    ON CONFLICT (mailbox) DO UPDATE SET n = letter_count.n + 1;
  ELSE
    UPDATE letter_count SET n = n - 1 WHERE mailbox = old.mailbox;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER letter_counted AFTER INSERT OR DELETE ON letter
FOR EACH ROW EXECUTE FUNCTION count_letter();

CREATE FUNCTION count_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND old.state = new.state AND old.topic = new.topic THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    UPDATE state_count SET n = n - 1
    WHERE state = old.state AND topic = old.topic
      AND mailbox = (SELECT mailbox FROM letter WHERE id = old.letter_id);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO state_count (mailbox, state, topic, n)
    SELECT mailbox, new.state, new.topic, 1 FROM letter WHERE id = new.letter_id
    ON CONFLICT (state, topic, mailbox) DO UPDATE SET n = state_count.n + 1;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER state_counted AFTER INSERT OR DELETE OR UPDATE OF state, topic ON letter_state
FOR EACH ROW EXECUTE FUNCTION count_state();

CREATE FUNCTION follow_topic() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE letter_state SET topic = coalesce(new.topic, '')
  WHERE letter_id = new.letter_id AND topic <> coalesce(new.topic, '');
  RETURN NULL;
END $$;
CREATE TRIGGER topic_followed AFTER INSERT OR UPDATE OF topic ON draft
FOR EACH ROW EXECUTE FUNCTION follow_topic();
