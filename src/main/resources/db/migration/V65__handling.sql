-- What staff say to one another about a letter.
CREATE TABLE letter_note (
  id        ${identity},
  letter_id BIGINT NOT NULL REFERENCES letter (id),
  at        BIGINT NOT NULL,
  actor     VARCHAR(200) NOT NULL,
  text      TEXT   NOT NULL
);
CREATE INDEX letter_note_letter ON letter_note (letter_id, id);

-- Who has a letter in hand.
CREATE TABLE letter_holder (
  letter_id BIGINT PRIMARY KEY REFERENCES letter (id),
  member    VARCHAR(200) NOT NULL,
  given_by  VARCHAR(200) NOT NULL,
  since     BIGINT NOT NULL
);
CREATE INDEX letter_holder_member ON letter_holder (member, letter_id);

-- Letters that were put off, and until when.
CREATE TABLE letter_snooze (
  letter_id BIGINT PRIMARY KEY REFERENCES letter (id),
  until_at  BIGINT NOT NULL,
  actor     VARCHAR(200) NOT NULL
);
CREATE INDEX letter_snooze_until ON letter_snooze (until_at, letter_id);

-- Who has a letter open at the desk; a row counts until its time and is written again while it does.
CREATE TABLE letter_reader (
  letter_id BIGINT NOT NULL REFERENCES letter (id),
  member    VARCHAR(200) NOT NULL,
  until_at  BIGINT NOT NULL,
  PRIMARY KEY (letter_id, member)
);

-- A reply that somebody is writing and has not saved yet: one for each letter and person.
CREATE TABLE letter_writing (
  letter_id BIGINT NOT NULL REFERENCES letter (id),
  member    VARCHAR(200) NOT NULL,
  version   INTEGER NOT NULL,
  kind      VARCHAR(20) NOT NULL,
  source    VARCHAR(250) NOT NULL,
  subject   TEXT   NOT NULL,
  text      TEXT   NOT NULL,
  at        BIGINT NOT NULL,
  PRIMARY KEY (letter_id, member)
);
