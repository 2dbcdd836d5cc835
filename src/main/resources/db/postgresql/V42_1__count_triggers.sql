-- Keeps the topic beside the state, and the counts, in the transaction that changes a letter.
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
