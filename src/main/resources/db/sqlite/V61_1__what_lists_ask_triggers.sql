-- Keeps what lists ask beside the state, in the transaction that changes the draft.
CREATE TRIGGER draft_listed AFTER INSERT ON draft BEGIN
  UPDATE letter_state SET
    priority = CASE WHEN new.urgent = 1 THEN 0 ELSE 1 + CAST(new.probability * 998 AS INTEGER) END,
    campaign = coalesce(new.campaign, 0), mailbox = new.mailbox, language = new.language,
    reason = new.reason, received = new.received
  WHERE letter_id = new.letter_id;
END;

CREATE TRIGGER draft_listed_again AFTER UPDATE OF urgent, probability, campaign, language, reason ON draft
WHEN old.urgent <> new.urgent OR old.probability <> new.probability OR old.campaign IS NOT new.campaign
  OR old.language <> new.language OR old.reason <> new.reason BEGIN
  UPDATE letter_state SET
    priority = CASE WHEN new.urgent = 1 THEN 0 ELSE 1 + CAST(new.probability * 998 AS INTEGER) END,
    campaign = coalesce(new.campaign, 0), language = new.language, reason = new.reason
  WHERE letter_id = new.letter_id;
END;
