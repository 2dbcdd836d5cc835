-- A person wrote the reply from nothing, or picked a standard reply whatever the topic.
ALTER TABLE draft ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;
