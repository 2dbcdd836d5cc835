-- A token ends, does no more than a role, and tells when it was used last. Those of earlier versions
-- have no end (0) and all the rights of their member.
ALTER TABLE staff_token ADD COLUMN expires BIGINT NOT NULL DEFAULT 0;
ALTER TABLE staff_token ADD COLUMN used BIGINT NOT NULL DEFAULT 0;
ALTER TABLE staff_token ADD COLUMN role TEXT NOT NULL DEFAULT 'admin';
