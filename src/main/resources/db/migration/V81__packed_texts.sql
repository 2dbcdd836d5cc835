-- A reply's text is its standard reply with a name and a date in it, and stood twice in the database, in
-- `draft` and in `approval`: half of all bytes. `packed` is the text in the zlib format (RFC 1950) with the
-- words of the standard reply as its dictionary. Rows of before have their text as it is.
CREATE TABLE reply_wording (
  id   ${identity},
  hash TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL
);
ALTER TABLE draft ADD COLUMN packed ${blob};
ALTER TABLE draft ADD COLUMN wording BIGINT REFERENCES reply_wording (id);
ALTER TABLE approval ADD COLUMN packed ${blob};
ALTER TABLE approval ADD COLUMN wording BIGINT REFERENCES reply_wording (id);
