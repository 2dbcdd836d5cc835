-- Times are milliseconds since 1970-01-01T00:00:00Z; flags are 0 or 1.

-- What people said that letters are about, in the order they said it; the last word on a letter
-- counts. No topic: none of the topics fits. The letter itself is not copied.
CREATE TABLE topic_decision (
  id        ${identity},
  letter_id BIGINT NOT NULL,
  topic     TEXT,
  at        BIGINT NOT NULL
);

-- What was learned: all decisions up to one. The last that was not undone is in force.
CREATE TABLE topic_lesson (
  id           ${identity},
  up_to        BIGINT NOT NULL,
  examples     INTEGER NOT NULL,
  accuracy     DOUBLE PRECISION NOT NULL,
  at           BIGINT NOT NULL,
  undone       INTEGER NOT NULL DEFAULT 0
);
