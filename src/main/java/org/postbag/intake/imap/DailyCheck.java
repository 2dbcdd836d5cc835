package org.postbag.intake.imap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.postbag.intake.Credentials;
import org.postbag.intake.Cursor;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxSettings;

/// What is looked after once a day, and soon after each start: that nothing is missing, and that
/// the sign-in holds for some time yet. Belongs to one thread.
final class DailyCheck {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int NOTICE_DAYS = 30;

  private final MailboxSettings mailbox;
  private final Reconciler reconciler;
  private final MailboxHealth health;
  private final InstantSource clock;
  private Instant next = Instant.MIN;

  DailyCheck(
      MailboxSettings mailbox, Reconciler reconciler, MailboxHealth health, InstantSource clock) {
    this.mailbox = mailbox;
    this.reconciler = reconciler;
    this.health = health;
    this.clock = clock;
  }

  void check(ImapFolder folder, Cursor cursor) throws MailboxUnavailable {
    Instant now = clock.instant();
    if (!now.isBefore(next)) {
      health.notice(mailbox.name(), ending(now.atOffset(ZoneOffset.UTC).toLocalDate()));
      reconciler.run(folder, cursor);
      next = now.plus(DAY);
    }
  }

  private Optional<String> ending(LocalDate today) {
    if (!(mailbox.credentials() instanceof Credentials.OAuth2 oauth2)) {
      return Optional.empty();
    }
    return oauth2
        .secretExpires()
        .filter(day -> today.until(day, ChronoUnit.DAYS) <= NOTICE_DAYS)
        .map(day ->
            "the client secret ends on "
                + day
                + "; make a new one at the identity provider and put it into"
                + " application.yaml before");
  }
}
