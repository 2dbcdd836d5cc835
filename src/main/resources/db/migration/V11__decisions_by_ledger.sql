-- The ledger's entry that a decision was taken over from: so that each is taken over once, and the
-- next look begins behind the last.
ALTER TABLE topic_decision ADD COLUMN ledger_seq BIGINT;
CREATE UNIQUE INDEX topic_decision_seq ON topic_decision (ledger_seq);
CREATE INDEX topic_decision_letter ON topic_decision (letter_id, id);
CREATE INDEX ledger_entry_sending ON ledger_entry (seq) WHERE to_state = 'sending';
