-- What decided letters mean to a sentence model: a direction, four bytes a number. Only of letters that
-- are learned from; another model makes them anew.
CREATE TABLE letter_sense (
  letter_id BIGINT PRIMARY KEY,
  model     TEXT   NOT NULL,
  sense     ${blob} NOT NULL
);
