-- Before each try the earlier ones of the same approval are counted.
CREATE INDEX attempt_approval ON attempt (approval_id);
