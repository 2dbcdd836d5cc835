-- What lists are narrowed and sorted by stands beside the state, in one narrow table: letters for a
-- person by how sure the match is, campaigns by how many of their letters wait. Triggers keep it.
ALTER TABLE letter_state ADD COLUMN priority INTEGER NOT NULL DEFAULT 1000;
ALTER TABLE letter_state ADD COLUMN campaign BIGINT NOT NULL DEFAULT 0;
ALTER TABLE letter_state ADD COLUMN mailbox TEXT NOT NULL DEFAULT '';
ALTER TABLE letter_state ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE letter_state ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE letter_state ADD COLUMN received BIGINT NOT NULL DEFAULT 0;

-- 0: somebody may need help at once; else how likely the likeliest topic is, in thousandths.
UPDATE letter_state SET
  priority = coalesce((SELECT CASE WHEN d.urgent = 1 THEN 0 ELSE 1 + CAST(d.probability * 998 AS INTEGER) END
    FROM draft d WHERE d.letter_id = letter_state.letter_id), 1000),
  campaign = coalesce((SELECT d.campaign FROM draft d WHERE d.letter_id = letter_state.letter_id), 0),
  mailbox = coalesce((SELECT d.mailbox FROM draft d WHERE d.letter_id = letter_state.letter_id), ''),
  language = coalesce((SELECT d.language FROM draft d WHERE d.letter_id = letter_state.letter_id), ''),
  reason = coalesce((SELECT d.reason FROM draft d WHERE d.letter_id = letter_state.letter_id), ''),
  received = coalesce((SELECT d.received FROM draft d WHERE d.letter_id = letter_state.letter_id), 0);

CREATE INDEX letter_state_priority ON letter_state (state, priority, letter_id);
CREATE INDEX letter_state_campaign ON letter_state (state, campaign, topic, letter_id);
DROP INDEX draft_urgent;
