-- When reading of this folder began, and what stood in it before.
ALTER TABLE mailbox_cursor ADD COLUMN since BIGINT NOT NULL DEFAULT 0;
-- UIDs up to this one were there before us and are none of our business (start-from: now).
ALTER TABLE mailbox_cursor ADD COLUMN skipped_to BIGINT NOT NULL DEFAULT 0;
-- UIDs up to this one were there before us and are kept without a draft (start-from: DATE or all).
ALTER TABLE mailbox_cursor ADD COLUMN imported_to BIGINT NOT NULL DEFAULT 0;
-- UIDs up to this one were given anew by the server (RFC 9051 2.3.1.1): their letters are recognised
-- by their content before they are kept.
ALTER TABLE mailbox_cursor ADD COLUMN renumbered_to BIGINT NOT NULL DEFAULT 0;

-- Every place in a mailbox at which a letter was seen: the same letter may stand at several.
CREATE TABLE letter_place (
  mailbox      TEXT   NOT NULL,
  folder       TEXT   NOT NULL,
  uid_validity BIGINT NOT NULL,
  uid          BIGINT NOT NULL,
  letter_id    BIGINT NOT NULL REFERENCES letter (id),
  PRIMARY KEY (mailbox, folder, uid_validity, uid)
);
CREATE INDEX letter_place_letter ON letter_place (letter_id);

-- UIDs below the cursor whose letters the server listed and did not give: asked for again until
-- they are kept or gone from the mailbox.
CREATE TABLE mailbox_gap (
  mailbox      TEXT   NOT NULL,
  folder       TEXT   NOT NULL,
  uid_validity BIGINT NOT NULL,
  uid          BIGINT NOT NULL,
  since        BIGINT NOT NULL,
  tries        INTEGER NOT NULL,
  next_try     BIGINT NOT NULL,
  why          TEXT   NOT NULL,
  PRIMARY KEY (mailbox, folder, uid_validity, uid)
);
