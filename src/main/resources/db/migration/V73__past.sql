-- The office's own past: letters and answers of years before Postbag, read from its folders on request.
-- They stand apart from `letter`, so that nothing that drafts, approves or sends can ever see one. Their
-- state, wherever one is shown, is `past`.
--
-- Only what is read in them is kept, not their bytes: whoever wrote, to whom, when, the thread, the text.
--
-- digest     what a letter is recognised by when it is met once more, in another folder or file
-- direction  received | sent
-- at         when it was written; when it came, where that is not said or not believed
-- addresses  a line each: role, address, name, separated by tabs
-- screening  `held` or `setAside` and a word of intake.ScreeningReason; '' of a personal letter
-- folded     what of the body is not the writer's own: start, end and why, `0-20-quoted` and so on
-- content    zlib (RFC 1950) of the own text, NUL, and the whole body where that differs
CREATE TABLE past_letter (
  id          ${identity},
  source      VARCHAR(200) NOT NULL,
  folder      TEXT   NOT NULL,
  direction   VARCHAR(10) NOT NULL,
  digest      VARCHAR(64) NOT NULL,
  message_id  TEXT,
  in_reply_to TEXT   NOT NULL,
  refs        TEXT   NOT NULL,
  addresses   TEXT   NOT NULL,
  at          BIGINT NOT NULL,
  subject     TEXT   NOT NULL,
  base_subject TEXT  NOT NULL,
  language    VARCHAR(20) NOT NULL,
  screening   VARCHAR(60) NOT NULL,
  folded      TEXT   NOT NULL,
  content     ${blob} NOT NULL,
  read_at     BIGINT NOT NULL,
  UNIQUE (direction, digest)
);
CREATE INDEX past_letter_at ON past_letter (direction, at, id);
CREATE INDEX past_letter_message_id ON past_letter (message_id);

-- Everybody but the office itself whom a past letter names in its header: address as
-- email.Address.canonical spells it; at as in past_letter.
CREATE TABLE past_address (
  past_id   BIGINT NOT NULL REFERENCES past_letter (id),
  canonical TEXT   NOT NULL,
  at        BIGINT NOT NULL,
  PRIMARY KEY (past_id, canonical)
);
CREATE INDEX past_address_canonical ON past_address (canonical, at, past_id);

-- Which received letter a sent one answers, and how that is known: thread | recipient.
CREATE TABLE past_pair (
  reply_id    BIGINT PRIMARY KEY REFERENCES past_letter (id),
  received_id BIGINT NOT NULL REFERENCES past_letter (id),
  known_by    VARCHAR(20) NOT NULL
);
CREATE INDEX past_pair_received ON past_pair (received_id);

-- How far each folder or file has been read.
--
-- epoch   UIDVALIDITY (RFC 9051 2.3.1.1); of a file, a number made of its beginning
-- place   the last UID; of a file, the octet behind the last letter
-- since   from which time on letters were wanted; 0 for all
-- seen    how many letters stand up to there
CREATE TABLE past_cursor (
  source VARCHAR(200) NOT NULL,
  folder VARCHAR(1000) NOT NULL,
  epoch  BIGINT NOT NULL,
  place  BIGINT NOT NULL,
  since  BIGINT NOT NULL,
  seen   BIGINT NOT NULL,
  PRIMARY KEY (source, folder)
);

-- Letters that the server listed and did not give; asked for once more at the next reading.
CREATE TABLE past_gap (
  source VARCHAR(200) NOT NULL,
  folder VARCHAR(1000) NOT NULL,
  epoch  BIGINT NOT NULL,
  uid    BIGINT NOT NULL,
  PRIMARY KEY (source, folder, epoch, uid)
);
