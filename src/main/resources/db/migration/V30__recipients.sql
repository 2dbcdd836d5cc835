-- Whom a letter is from and whom its reply goes to, in the one spelling that people are counted and
-- compared by (email.Address.canonical); the addresses beside them are as they were written. Rows
-- from before get theirs here: in lower case, without sub-address, Gmail's without dots.
ALTER TABLE draft ADD COLUMN from_canonical TEXT;
ALTER TABLE draft ADD COLUMN to_canonical TEXT;
ALTER TABLE approval ADD COLUMN to_canonical TEXT;

UPDATE draft SET
  from_canonical = replace(lower(from_address), '@googlemail.com', '@gmail.com'),
  to_canonical = replace(lower(to_address), '@googlemail.com', '@gmail.com');
UPDATE approval SET to_canonical = replace(lower(to_address), '@googlemail.com', '@gmail.com');

UPDATE draft SET from_canonical = substr(from_canonical, 1, ${position}(from_canonical, '+') - 1)
  || substr(from_canonical, ${position}(from_canonical, '@'))
WHERE ${position}(from_canonical, '+') > 1 AND from_canonical NOT LIKE '"%';
UPDATE draft SET to_canonical = substr(to_canonical, 1, ${position}(to_canonical, '+') - 1)
  || substr(to_canonical, ${position}(to_canonical, '@'))
WHERE ${position}(to_canonical, '+') > 1 AND to_canonical NOT LIKE '"%';
UPDATE approval SET to_canonical = substr(to_canonical, 1, ${position}(to_canonical, '+') - 1)
  || substr(to_canonical, ${position}(to_canonical, '@'))
WHERE ${position}(to_canonical, '+') > 1 AND to_canonical NOT LIKE '"%';

UPDATE draft SET from_canonical = replace(replace(from_canonical, '@gmail.com', ''), '.', '') || '@gmail.com'
WHERE from_canonical LIKE '_%@gmail.com';
UPDATE draft SET to_canonical = replace(replace(to_canonical, '@gmail.com', ''), '.', '') || '@gmail.com'
WHERE to_canonical LIKE '_%@gmail.com';
UPDATE approval SET to_canonical = replace(replace(to_canonical, '@gmail.com', ''), '.', '') || '@gmail.com'
WHERE to_canonical LIKE '_%@gmail.com';

DROP INDEX draft_from;
CREATE INDEX draft_from ON draft (from_canonical, received);
CREATE INDEX draft_to ON draft (to_canonical, received);
CREATE INDEX approval_to ON approval (to_canonical, at);

-- What each reply's recipient has had, so that one more can be refused: counted at every claim.
ALTER TABLE attempt ADD COLUMN recipient TEXT;
UPDATE attempt SET recipient = (SELECT a.to_canonical FROM approval a WHERE a.id = attempt.approval_id);
CREATE INDEX attempt_recipient ON attempt (recipient, claimed);

-- How often something happened in each hour since 1970: drafts made and replies bounced, of a mailbox
-- or a topic. Four weeks are kept.
CREATE TABLE hourly_count (
  scope TEXT    NOT NULL,
  what  TEXT    NOT NULL,
  hour  BIGINT  NOT NULL,
  n     INTEGER NOT NULL,
  PRIMARY KEY (scope, what, hour)
);

-- What Postbag stopped by itself because there was too much of it, until a person said go on; the
-- ended ones stay, with who ended them. Scope: `mailbox:NAME`, `topic:NAME` or `recipient:ADDRESS`.
CREATE TABLE breaker (
  id       ${identity},
  scope    TEXT    NOT NULL,
  cause    TEXT    NOT NULL,
  n        INTEGER NOT NULL,
  since    BIGINT  NOT NULL,
  ended    BIGINT,
  ended_by TEXT
);
CREATE UNIQUE INDEX breaker_open ON breaker (scope, cause) WHERE ended IS NULL;
CREATE INDEX breaker_ended ON breaker (scope, cause, ended);
