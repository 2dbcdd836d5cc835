package org.postbag.intake;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.postbag.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Remembers which account each mailbox's name belongs to. A name under which another account
/// appears is neither read nor sent from until an administrator says that it is the same: else
/// letters of one mailbox would be taken for those of another, and answered from there.
public final class MailboxAccounts implements AccountCheck {
  private static final Logger log = LoggerFactory.getLogger(MailboxAccounts.class);

  private final Database database;
  private final JdbcMailboxAccounts rows;
  private final InstantSource clock;

  public MailboxAccounts(Database database, InstantSource clock) {
    this.database = database;
    this.rows = new JdbcMailboxAccounts(database);
    this.clock = clock;
  }

  /// A name that is seen for the first time belongs to the account that it has then.
  @Override
  public Optional<String> objection(MailboxSettings mailbox) {
    String now = account(mailbox);
    return before(mailbox)
        .filter(before -> !before.equals(now))
        .map(before ->
            "it was the account "
                + before
                + " before and is "
                + now
                + " now. Nothing is read or sent until an administrator says that it is the same"
                + " mailbox; if it is another one, give it another name in application.yaml");
  }

  private Optional<String> before(MailboxSettings mailbox) {
    Optional<String> known = rows.find(mailbox.name());
    if (known.isEmpty()) {
      database.doInTransaction(
          () -> rows.insert(mailbox.name(), account(mailbox), clock.instant()));
      return rows.find(mailbox.name());
    }
    return known;
  }

  /// The name belongs to the account that it has now.
  ///
  /// @param by the administrator who says so
  public void accept(MailboxSettings mailbox, String by) {
    database.doInTransaction(
        () -> rows.accept(mailbox.name(), account(mailbox), clock.instant(), by));
    log.info("{} says that the mailbox {} is the same as before", by, mailbox.name());
  }

  /// The port and the way of signing in may change; the account stays the same.
  private static String account(MailboxSettings mailbox) {
    return (mailbox.username() + " at " + mailbox.imap().host()).toLowerCase(Locale.ROOT);
  }
}
