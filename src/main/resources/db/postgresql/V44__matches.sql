-- A match with all its reasons is 4 kB, which every row of every list read and parsed. It stands by
-- itself, and what a list shows of it in columns.
CREATE TABLE letter_match (
  letter_id BIGINT PRIMARY KEY REFERENCES letter (id),
  match     BYTEA NOT NULL
);
INSERT INTO letter_match (letter_id, match)
SELECT letter_id, convert_to(match, 'UTF8') FROM draft WHERE match IS JSON;

ALTER TABLE draft ADD COLUMN matched TEXT;
ALTER TABLE draft ADD COLUMN runner_up TEXT;
ALTER TABLE draft ADD COLUMN also TEXT;
ALTER TABLE draft ADD COLUMN abstained INTEGER NOT NULL DEFAULT 1;
UPDATE draft SET
  matched = match::json #>> '{topic,value}',
  runner_up = match::json #>> '{runnerUp,value}',
  also = match::json #>> '{also,topic,value}',
  abstained = CASE match::json ->> 'abstained' WHEN 'false' THEN 0 ELSE 1 END
WHERE match IS JSON;
ALTER TABLE draft DROP COLUMN match;
