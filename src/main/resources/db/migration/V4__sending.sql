-- One row for each time that a reply was claimed for sending, committed before MAIL FROM. While it
-- is open, `ended` lies in the far future, so that it counts against every limit.
CREATE TABLE attempt (
  id          ${identity},
  approval_id BIGINT NOT NULL REFERENCES approval (id),
  letter_id   BIGINT NOT NULL REFERENCES letter (id),
  mailbox     TEXT   NOT NULL,
  node        TEXT   NOT NULL,
  claimed     BIGINT NOT NULL,
  ended       BIGINT NOT NULL,
  outcome     TEXT   NOT NULL,
  code        INTEGER,
  words       TEXT,
  next_try    BIGINT
);
CREATE INDEX attempt_letter ON attempt (letter_id, id);
CREATE INDEX attempt_pace ON attempt (mailbox, ended);

-- One row a mailbox, taken by every claim: it holds the others off until the limits are counted.
CREATE TABLE sending_lane (
  mailbox TEXT   PRIMARY KEY,
  claims  BIGINT NOT NULL
);

-- Addresses that a server refused for good; not written to again without a person.
CREATE TABLE refused_address (
  address   TEXT   PRIMARY KEY,
  since     BIGINT NOT NULL,
  letter_id BIGINT NOT NULL,
  words     TEXT   NOT NULL
);

-- What people have stopped: `all`, `mailbox:NAME` or `topic:NAME`.
CREATE TABLE sending_pause (
  scope TEXT   PRIMARY KEY,
  since BIGINT NOT NULL,
  actor TEXT   NOT NULL
);

-- Sent replies whose copy in the Sent folder and whose mark on the letter are still to be made.
CREATE TABLE sent_trace (
  letter_id BIGINT PRIMARY KEY REFERENCES letter (id),
  sent      BIGINT NOT NULL,
  tries     INTEGER NOT NULL DEFAULT 0,
  next_try  BIGINT NOT NULL
);
CREATE INDEX sent_trace_due ON sent_trace (next_try);

-- Whether an approval waits to be claimed; so that those that have left cost nothing when the next
-- ones are looked for.
ALTER TABLE approval ADD COLUMN waits INTEGER NOT NULL DEFAULT 1;
CREATE INDEX approval_waits ON approval (release_at, id) WHERE waits = 1 AND undone = 0;
