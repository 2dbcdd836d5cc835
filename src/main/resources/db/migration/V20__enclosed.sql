-- What leaves with a reply's text: the standard reply's files, one a line as `SHA-256 path`, and the
-- quoted letter. Both are under the hash of the approval.
ALTER TABLE draft ADD COLUMN attachments TEXT;
ALTER TABLE draft ADD COLUMN quote TEXT;
ALTER TABLE approval ADD COLUMN attachments TEXT;
ALTER TABLE approval ADD COLUMN quote TEXT;
