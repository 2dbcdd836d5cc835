-- Somebody may need help at once: such a letter stands at the top of the list. Drafts from before do
-- not say so.
ALTER TABLE draft ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;

CREATE INDEX draft_urgent ON draft (letter_id) WHERE urgent = 1;
