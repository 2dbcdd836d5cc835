-- Roles in single mailboxes, beside the role in all of them (`staff.role`, '' for none). The reader is
-- called viewer now, since there is a drafter beside it.
UPDATE staff SET role = 'viewer' WHERE role = 'reader';
CREATE TABLE staff_mailbox (
  name    TEXT NOT NULL REFERENCES staff (name) ON DELETE CASCADE,
  mailbox TEXT NOT NULL,
  role    TEXT NOT NULL,
  PRIMARY KEY (name, mailbox)
);
