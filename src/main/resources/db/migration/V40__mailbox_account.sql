-- To which account a mailbox's name belongs. Another account under the name is refused until an
-- administrator, `accepted_by`, says that it is the same.
CREATE TABLE mailbox_account (
  mailbox     TEXT   PRIMARY KEY,
  account     TEXT   NOT NULL,
  since       BIGINT NOT NULL,
  accepted_by TEXT
);
