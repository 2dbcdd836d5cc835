-- Where the writer lives, as far as the letter tells: here, elsewhere, not-said; null where the office
-- does not ask. Kept for the figures: the letter is not read again for them.
ALTER TABLE draft ADD COLUMN home TEXT;
