-- Keeps what lists ask beside the state, in the transaction that changes the draft.
CREATE FUNCTION follow_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE letter_state SET
    priority = CASE WHEN new.urgent = 1 THEN 0 ELSE 1 + CAST(floor(new.probability * 998) AS INTEGER) END,
    campaign = coalesce(new.campaign, 0), mailbox = new.mailbox, language = new.language,
    reason = new.reason, received = new.received
  WHERE letter_id = new.letter_id;
  RETURN NULL;
END $$;
CREATE TRIGGER draft_followed AFTER INSERT OR UPDATE OF urgent, probability, campaign, language, reason ON draft
FOR EACH ROW EXECUTE FUNCTION follow_draft();
