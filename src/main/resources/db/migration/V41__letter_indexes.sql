-- A new letter is looked for among its mailbox's: with the mailbox first, no planner reads the whole
-- mailbox instead of the few of that hash or Message-ID.
DROP INDEX letter_content_hash;
CREATE INDEX letter_content_hash ON letter (mailbox, content_hash);
DROP INDEX letter_message_id;
CREATE INDEX letter_message_id ON letter (mailbox, message_id);

-- The next unprocessed letters of each mailbox, new ones apart from imported ones.
CREATE INDEX letter_turn ON letter (mailbox, imported, id);
