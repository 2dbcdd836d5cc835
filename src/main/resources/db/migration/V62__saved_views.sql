-- Lists that somebody narrowed and kept, with the parameters of their address.
CREATE TABLE saved_view (
  staff    TEXT   NOT NULL REFERENCES staff (name) ON DELETE CASCADE,
  name     VARCHAR(60) NOT NULL,
  address  TEXT   NOT NULL,
  at       BIGINT NOT NULL,
  PRIMARY KEY (staff, name)
);
