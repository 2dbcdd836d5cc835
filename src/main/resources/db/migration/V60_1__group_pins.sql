-- The campaign that has its topic by that decision; undoing the decision takes the topic back.
ALTER TABLE group_decision ADD COLUMN pinned BIGINT;
