-- Times are milliseconds since 1970-01-01T00:00:00Z; flags are 0 or 1.

-- How far each folder of each mailbox has been read (RFC 9051 2.3.1.1). Moves on in the same
-- transaction as the letters that it stands for.
CREATE TABLE mailbox_cursor (
  mailbox      TEXT   NOT NULL,
  folder       TEXT   NOT NULL,
  uid_validity BIGINT NOT NULL,
  last_uid     BIGINT NOT NULL,
  PRIMARY KEY (mailbox, folder)
);

-- Every letter that was ever kept. It has no row in letter_state until it has been read.
CREATE TABLE letter (
  id           ${identity},
  mailbox      TEXT   NOT NULL,
  folder       TEXT   NOT NULL,
  uid_validity BIGINT NOT NULL,
  uid          BIGINT NOT NULL,
  message_id   TEXT,
  content_hash TEXT   NOT NULL,
  received     BIGINT NOT NULL,
  kept         BIGINT NOT NULL,
  size         BIGINT NOT NULL,
  cut          INTEGER NOT NULL DEFAULT 0,
  imported     INTEGER NOT NULL DEFAULT 0,
  UNIQUE (mailbox, folder, uid_validity, uid)
);
CREATE INDEX letter_message_id ON letter (message_id);
CREATE INDEX letter_content_hash ON letter (content_hash);

-- The bytes as the mailbox gave them, apart, so that lists do not read them.
CREATE TABLE letter_raw (
  letter_id BIGINT PRIMARY KEY REFERENCES letter (id),
  rfc822    ${blob} NOT NULL
);

-- The one state of each letter that was read; changed only together with an entry of the ledger.
CREATE TABLE letter_state (
  letter_id BIGINT PRIMARY KEY REFERENCES letter (id),
  state     TEXT   NOT NULL,
  since     BIGINT NOT NULL
);
CREATE INDEX letter_state_state ON letter_state (state, letter_id);

-- Every change of state, chained by hash; no personal data of correspondents stands in it.
CREATE TABLE ledger_entry (
  seq        BIGINT PRIMARY KEY,
  letter_id  BIGINT NOT NULL,
  at         BIGINT NOT NULL,
  actor      TEXT   NOT NULL,
  from_state TEXT   NOT NULL,
  to_state   TEXT   NOT NULL,
  why        TEXT   NOT NULL,
  hash       TEXT   NOT NULL
);
CREATE INDEX ledger_entry_letter ON ledger_entry (letter_id, seq);
CREATE TABLE ledger_head (
  id   INTEGER PRIMARY KEY,
  seq  BIGINT NOT NULL,
  hash TEXT   NOT NULL
);
INSERT INTO ledger_head (id, seq, hash) VALUES (1, 0, '');

-- What was read in a letter, what it is about, and the reply that is proposed for it.
CREATE TABLE draft (
  letter_id    BIGINT PRIMARY KEY REFERENCES letter (id),
  version      INTEGER NOT NULL,
  mailbox      TEXT   NOT NULL,
  received     BIGINT NOT NULL,
  from_name    TEXT,
  from_address TEXT,
  subject      TEXT   NOT NULL,
  snippet      TEXT   NOT NULL,
  language     TEXT   NOT NULL,
  topic        TEXT,
  probability  DOUBLE PRECISION NOT NULL,
  match        TEXT   NOT NULL,
  reason       TEXT   NOT NULL,
  reply_name   TEXT,
  reply_hash   TEXT,
  to_name      TEXT,
  to_address   TEXT,
  reply_subject TEXT,
  in_reply_to  TEXT,
  refs         TEXT,
  text         TEXT,
  edited       INTEGER NOT NULL DEFAULT 0,
  updated      BIGINT NOT NULL
);
CREATE INDEX draft_topic ON draft (topic, letter_id);
CREATE INDEX draft_from ON draft (from_address);

-- A person's word that exactly this reply may leave. One row for each approval; an undone one stays.
CREATE TABLE approval (
  id          ${identity},
  letter_id   BIGINT NOT NULL REFERENCES letter (id),
  version     INTEGER NOT NULL,
  actor       TEXT   NOT NULL,
  at          BIGINT NOT NULL,
  release_at  BIGINT NOT NULL,
  hash        TEXT   NOT NULL,
  message_id  TEXT   NOT NULL,
  from_name   TEXT,
  from_address TEXT  NOT NULL,
  to_name     TEXT,
  to_address  TEXT   NOT NULL,
  subject     TEXT   NOT NULL,
  in_reply_to TEXT,
  refs        TEXT,
  text        TEXT   NOT NULL,
  reply_name  TEXT,
  reply_hash  TEXT,
  undone      INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX approval_letter ON approval (letter_id, id);
CREATE UNIQUE INDEX approval_message_id ON approval (message_id);
