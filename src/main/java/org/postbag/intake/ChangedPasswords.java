package org.postbag.intake;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes over passwords that were changed while the program runs, in their files or in
/// `application.yaml`, and has the mailbox tried with them at once.
public final class ChangedPasswords {
  private static final Logger log = LoggerFactory.getLogger(ChangedPasswords.class);

  private final List<MailboxSettings> mailboxes;
  private final Supplier<List<MailboxSettings>> reread;
  private final RetrySignal retries;

  /// @param mailboxes as they were read at the start
  /// @param reread reads them again; none while they cannot be read
  public ChangedPasswords(
      List<MailboxSettings> mailboxes,
      Supplier<List<MailboxSettings>> reread,
      RetrySignal retries) {
    this.mailboxes = List.copyOf(mailboxes);
    this.reread = reread;
    this.retries = retries;
  }

  /// Looks once. All else that was changed in the settings waits for the next start.
  public void look() {
    Map<String, MailboxSettings> now =
        reread.get().stream()
            .collect(Collectors.toMap(MailboxSettings::name, Function.identity(), (a, _) -> a));
    for (MailboxSettings mailbox : mailboxes) {
      MailboxSettings changed = now.get(mailbox.name());
      if (changed != null
          && isSameAccount(mailbox, changed)
          && takeOver(mailbox.credentials(), changed.credentials())) {
        log.info("Mailbox {} has another password; it is tried now", mailbox.name());
        retries.passwordChanged(mailbox.name());
      }
    }
  }

  /// The password of another account is no news about this one.
  private static boolean isSameAccount(MailboxSettings before, MailboxSettings now) {
    return before.username().equals(now.username())
        && before.imap().equals(now.imap())
        && before.smtp().equals(now.smtp());
  }

  private static boolean takeOver(Credentials before, Credentials now) {
    if (before instanceof Credentials.Password(var old)
        && now instanceof Credentials.Password(var fresh)
        && !old.equals(fresh)) {
      old.changeTo(fresh);
      return true;
    }
    return false;
  }
}
