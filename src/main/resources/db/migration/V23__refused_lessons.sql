-- Lessons that were not put in force, because they would have made matching worse: all decisions up
-- to one, why, and the letters whose decisions go least with the lesson in force, with blanks between.
CREATE TABLE refused_lesson (
  id      ${identity},
  up_to   BIGINT NOT NULL,
  why     TEXT NOT NULL,
  letters TEXT NOT NULL,
  at      BIGINT NOT NULL
);
