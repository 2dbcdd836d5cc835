-- A match with all its reasons is 4 kB, which every row of every list read and parsed. It stands by
-- itself, and what a list shows of it in columns.
CREATE TABLE letter_match (
  letter_id BIGINT PRIMARY KEY REFERENCES letter (id),
  match     BLOB NOT NULL
);
INSERT INTO letter_match (letter_id, match)
SELECT letter_id, CAST(match AS BLOB) FROM draft WHERE json_valid(match);

ALTER TABLE draft ADD COLUMN matched TEXT;
ALTER TABLE draft ADD COLUMN runner_up TEXT;
ALTER TABLE draft ADD COLUMN also TEXT;
ALTER TABLE draft ADD COLUMN abstained INTEGER NOT NULL DEFAULT 1;
UPDATE draft SET
  matched = json_extract(match, '$.topic.value'),
  runner_up = json_extract(match, '$.runnerUp.value'),
  also = json_extract(match, '$.also.topic.value'),
  abstained = coalesce(json_extract(match, '$.abstained'), 1)
WHERE json_valid(match);
ALTER TABLE draft DROP COLUMN match;
