-- What the files of config/topics and config/replies held, from the first change at the desk on. The
-- files stay the source of truth; no content: the file was taken away; no actor: changed elsewhere.
CREATE TABLE catalog_version (
  id      ${identity},
  kind    TEXT   NOT NULL,
  name    TEXT   NOT NULL,
  content TEXT,
  hash    TEXT   NOT NULL,
  actor   TEXT   NOT NULL,
  at      BIGINT NOT NULL
);
CREATE INDEX catalog_version_file ON catalog_version (kind, name, id);
