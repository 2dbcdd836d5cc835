-- What people did stands between much that the program did.
CREATE INDEX ledger_entry_people ON ledger_entry (seq) WHERE actor <> 'postbag';
