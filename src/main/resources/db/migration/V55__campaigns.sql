-- A campaign: letters in nearly the same words, known by what they have in common. A number that a campaign
-- had before it became part of another leads to that one by `root`.
CREATE TABLE campaign (
  number   BIGINT PRIMARY KEY,
  root     BIGINT NOT NULL,
  name     VARCHAR(200),
  topic    VARCHAR(200),
  closed   INTEGER NOT NULL DEFAULT 0,
  letters  INTEGER NOT NULL DEFAULT 0,
  runs     ${blob},
  texts    TEXT,
  updated  BIGINT NOT NULL
);
CREATE INDEX campaign_root ON campaign (root);

-- Campaigns, or letters by their number, that staff said are different: they are never made one.
CREATE TABLE campaign_apart (
  one    BIGINT NOT NULL,
  other  BIGINT NOT NULL,
  PRIMARY KEY (one, other)
);
