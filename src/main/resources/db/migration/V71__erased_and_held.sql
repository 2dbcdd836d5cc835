-- When the content of a letter was erased: its bytes, draft, replies and everything read in it are
-- gone. The row stays, so that the counts stay right and the letter is not collected once more while
-- it still stands in the mailbox; what is left of it is its place there, its times and a SHA-256.
ALTER TABLE letter ADD COLUMN erased BIGINT;

-- What must not be erased for now, neither by hand nor by age: `person:ADDRESS` (as
-- email.Address.canonical spells it) or `topic:NAME`.
CREATE TABLE legal_hold (
  scope TEXT   PRIMARY KEY,
  since BIGINT NOT NULL,
  actor TEXT   NOT NULL,
  why   TEXT   NOT NULL
);
