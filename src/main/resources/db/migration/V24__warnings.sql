-- What a person must have seen before the reply leaves: a JSON list of {word, sentence, start, end}.
-- Drafts and approvals from before have none. What an approval was given for stands with it, under
-- its hash.
ALTER TABLE draft ADD COLUMN warnings TEXT;
ALTER TABLE approval ADD COLUMN warnings TEXT;

-- The newest uses of a standard reply.
CREATE INDEX approval_reply ON approval (reply_name, id);
