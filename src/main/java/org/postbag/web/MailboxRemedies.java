package org.postbag.web;

import java.util.List;
import java.util.Optional;
import org.postbag.intake.MailboxAccounts;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.RetrySignal;

/// What people can do about a mailbox that does not work.
public final class MailboxRemedies {
  private final List<MailboxSettings> mailboxes;
  private final RetrySignal retries;
  private final MailboxAccounts accounts;

  public MailboxRemedies(
      List<MailboxSettings> mailboxes, RetrySignal retries, MailboxAccounts accounts) {
    this.mailboxes = List.copyOf(mailboxes);
    this.retries = retries;
    this.accounts = accounts;
  }

  /// Ends every pause of a mailbox at once.
  ///
  /// @return how many ended; empty when no mailbox has that name
  public Optional<Integer> tryNow(String name) {
    return mailbox(name).map(mailbox -> retries.tryNow(mailbox.name()));
  }

  /// The name means the same mailbox as before, although the account is another one.
  ///
  /// @param by the administrator who says so
  /// @return empty when no mailbox has that name
  public Optional<Integer> sameAccount(String name, String by) {
    mailbox(name).ifPresent(mailbox -> accounts.accept(mailbox, by));
    return tryNow(name);
  }

  private Optional<MailboxSettings> mailbox(String name) {
    return mailboxes.stream().filter(mailbox -> mailbox.name().equals(name)).findFirst();
  }
}
