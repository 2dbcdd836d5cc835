-- What happened on each day of the office, by topic ('' for none): sums that a follower of the ledger
-- keeps, so that no page counts letters. Nothing in them is about a person.
CREATE TABLE daily_figure (
  day   BIGINT NOT NULL,
  topic TEXT   NOT NULL,
  what  TEXT   NOT NULL,
  n     BIGINT NOT NULL,
  PRIMARY KEY (day, topic, what)
);
CREATE INDEX daily_figure_what ON daily_figure (what, topic, day);

-- How long the replies that left on a day took, in steps that grow by 2^(1/4).
CREATE TABLE daily_reply_time (
  day   BIGINT  NOT NULL,
  topic TEXT    NOT NULL,
  step  INTEGER NOT NULL,
  n     BIGINT  NOT NULL,
  PRIMARY KEY (day, topic, step)
);

-- The last entry of the ledger that is counted.
CREATE TABLE figure_place (
  id  INTEGER PRIMARY KEY,
  seq BIGINT NOT NULL
);
INSERT INTO figure_place (id, seq) VALUES (1, 0);
