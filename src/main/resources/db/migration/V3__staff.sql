-- The people who may sign in. Names are kept in lower case, passwords and secrets only as hashes.
CREATE TABLE staff (
  name     TEXT   PRIMARY KEY,
  role     TEXT   NOT NULL,
  password TEXT   NOT NULL,
  created  BIGINT NOT NULL
);

-- Tokens for the API, each shown once when it was made.
CREATE TABLE staff_token (
  hash    TEXT   PRIMARY KEY,
  name    TEXT   NOT NULL REFERENCES staff (name) ON DELETE CASCADE,
  created BIGINT NOT NULL
);
CREATE INDEX staff_token_name ON staff_token (name);

-- Who is signed in. Kept here, so that a restart signs nobody out and a removal takes effect at once.
CREATE TABLE staff_session (
  hash    TEXT   PRIMARY KEY,
  name    TEXT   NOT NULL REFERENCES staff (name) ON DELETE CASCADE,
  created BIGINT NOT NULL,
  seen    BIGINT NOT NULL
);
CREATE INDEX staff_session_name ON staff_session (name);

-- Links that work once: for the first administrator (no name), or to sign in.
CREATE TABLE staff_link (
  hash    TEXT   PRIMARY KEY,
  name    TEXT   REFERENCES staff (name) ON DELETE CASCADE,
  expires BIGINT NOT NULL
);
