-- The number of the first letter of the campaign that a letter belongs to; that letter's own for the
-- first one itself. None for a letter by itself.
ALTER TABLE draft ADD COLUMN campaign BIGINT;
CREATE INDEX draft_campaign ON draft (campaign, letter_id) WHERE campaign IS NOT NULL;
