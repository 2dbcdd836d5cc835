-- Letters that a person opened; what was read of a group before it was approved is known from here.
CREATE TABLE letter_opened (
  letter_id  BIGINT NOT NULL REFERENCES letter (id),
  actor      VARCHAR(200) NOT NULL,
  version    INTEGER NOT NULL,
  at         BIGINT NOT NULL,
  PRIMARY KEY (letter_id, actor, version)
);

-- The letters of a group that a person is asked to read before they approve it, drawn at random.
CREATE TABLE group_sample (
  actor      VARCHAR(200) NOT NULL,
  group_id   VARCHAR(250) NOT NULL,
  letter_id  BIGINT NOT NULL REFERENCES letter (id),
  at         BIGINT NOT NULL,
  PRIMARY KEY (actor, group_id, letter_id)
);

-- One decision on a whole group, and what became of each of its letters.
CREATE TABLE group_decision (
  id          ${identity},
  at          BIGINT NOT NULL,
  actor       VARCHAR(200) NOT NULL,
  group_id    VARCHAR(250) NOT NULL,
  reply_hash  VARCHAR(64),
  stance      VARCHAR(20),
  approved    INTEGER NOT NULL,
  undone_at   BIGINT
);
CREATE TABLE group_decision_member (
  decision_id  BIGINT NOT NULL REFERENCES group_decision (id),
  letter_id    BIGINT NOT NULL REFERENCES letter (id),
  version      INTEGER NOT NULL,
  outcome      VARCHAR(20) NOT NULL,
  opened       INTEGER NOT NULL,
  sampled      INTEGER NOT NULL,
  PRIMARY KEY (decision_id, letter_id)
);
CREATE INDEX group_decision_member_letter ON group_decision_member (letter_id);
