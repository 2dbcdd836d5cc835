-- Whether approved replies stay: the one row is made at the first start, from application.yaml;
-- people change it afterwards. `configured` is what application.yaml said at the last start.
CREATE TABLE dry_run (
  id         INTEGER PRIMARY KEY,
  is_on      INTEGER NOT NULL,
  configured INTEGER NOT NULL,
  since      BIGINT  NOT NULL,
  actor      TEXT    NOT NULL
);

-- Approved while a dry run held, or overtaken by one.
ALTER TABLE approval ADD COLUMN practised INTEGER NOT NULL DEFAULT 0;
