package org.postbag.intake;

import java.time.Instant;
import java.util.Optional;
import org.postbag.database.Database;

/// The table `mailbox_account`: to which account each mailbox's name belongs.
final class JdbcMailboxAccounts {
  private final Database database;

  JdbcMailboxAccounts(Database database) {
    this.database = database;
  }

  Optional<String> find(String mailbox) {
    return database
        .sql("SELECT account FROM mailbox_account WHERE mailbox = :mailbox")
        .param("mailbox", mailbox)
        .query(String.class)
        .optional();
  }

  /// When two nodes start at once, the first row stays.
  void insert(String mailbox, String account, Instant at) {
    database
        .sql(
            """
            INSERT INTO mailbox_account (mailbox, account, since) VALUES (:mailbox, :account, :at)
            ON CONFLICT (mailbox) DO NOTHING
            """)
        .param("mailbox", mailbox)
        .param("account", account)
        .param("at", at.toEpochMilli())
        .update();
  }

  void accept(String mailbox, String account, Instant at, String by) {
    database
        .sql(
            """
            UPDATE mailbox_account SET account = :account, since = :at, accepted_by = :by
            WHERE mailbox = :mailbox
            """)
        .param("account", account)
        .param("at", at.toEpochMilli())
        .param("by", by)
        .param("mailbox", mailbox)
        .update();
  }
}
