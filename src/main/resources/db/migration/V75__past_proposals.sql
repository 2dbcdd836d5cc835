-- Topics and standard replies that were made of the office's own past, for a person to take or leave.
--
-- content  past.proposal.ProposedTopic, as JSON
-- state    open | taken | joined | left
-- topic    the name of the topic in config/topics that it was taken as
CREATE TABLE past_proposal (
  id         ${identity},
  content    TEXT   NOT NULL,
  state      VARCHAR(10) NOT NULL,
  topic      TEXT,
  made_at    BIGINT NOT NULL,
  decided_at BIGINT,
  actor      TEXT
);

-- The letters that a proposal is made of. Once it is taken they count as decisions of staff, dated as the
-- letters are. A letter that is erased or forgotten is an example no more.
CREATE TABLE past_example (
  past_id     BIGINT PRIMARY KEY REFERENCES past_letter (id) ON DELETE CASCADE,
  proposal_id BIGINT NOT NULL REFERENCES past_proposal (id) ON DELETE CASCADE
);
CREATE INDEX past_example_proposal ON past_example (proposal_id);
