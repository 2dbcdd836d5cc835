package org.postbag.intake.imap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.postbag.intake.Cursor;
import org.postbag.intake.Intake;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.StartFrom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the cursor that a freshly opened folder is read from: the stored one while its UIDs hold,
/// a first one, or one that begins anew because the server has given new UIDs (RFC 9051 §2.3.1.1).
final class UidValidityCheck {
  private static final Logger log = LoggerFactory.getLogger(UidValidityCheck.class);

  private static final int MOST_LISTED = 500;

  /// How far the server's clock may be from ours.
  private static final Duration CLOCKS_APART = Duration.ofDays(1);

  private static final Duration INTERNALDATE_UNIT = Duration.ofSeconds(1);

  private final MailboxSettings mailbox;
  private final String folder;
  private final Intake intake;
  private final InstantSource clock;

  UidValidityCheck(MailboxSettings mailbox, String folder, Intake intake, InstantSource clock) {
    this.mailbox = mailbox;
    this.folder = folder;
    this.intake = intake;
    this.clock = clock;
  }

  Cursor settle(ImapFolder open) throws MailboxUnavailable {
    var stored = intake.cursor(mailbox.name(), folder);
    if (stored.isEmpty()) {
      return intake.begin(first(open));
    }
    Cursor cursor = stored.get();
    if (open.uidValidity() < 0) {
      // Without UIDVALIDITY no UID holds beyond this connection; each one is an epoch of its own.
      return renumber(cursor, Math.min(cursor.uidValidity(), 0) - 1, open.highest());
    }
    if (open.uidValidity() != cursor.uidValidity()) {
      return renumber(cursor, open.uidValidity(), open.highest());
    }
    return hasFallen(open, cursor)
        ? renumber(cursor, cursor.uidValidity(), open.highest())
        : cursor;
  }

  private Cursor first(ImapFolder open) throws MailboxUnavailable {
    // The higher of both: some servers state a UIDNEXT that is too low, or none.
    long last = Math.max(open.highest(), open.uidNext() - 1);
    boolean now = mailbox.startFrom() instanceof StartFrom.Now;
    return new Cursor(
        mailbox.name(),
        folder,
        open.uidValidity(),
        now ? last : 0,
        begins(open, last),
        now ? last : 0,
        now ? 0 : last,
        0);
  }

  /// Just after the newest letter that stands there, by the server's own clock: so that the cut
  /// holds when UIDVALIDITY changes and dates are all that is left to tell old from new. A date far
  /// in the future, as a client may give with APPEND, is not the server's and does not count.
  private Instant begins(ImapFolder open, long last) throws MailboxUnavailable {
    Instant now = clock.instant();
    Instant recently = now.minus(CLOCKS_APART);
    // SEARCH knows days only, and those of the server's time zone (RFC 9051 §6.4.4).
    LocalDate day = LocalDate.ofInstant(recently, ZoneOffset.UTC).minusDays(1);
    Instant newest = recently;
    List<Long> uids = open.uidsSince(day).stream().filter(uid -> uid <= last).toList();
    for (int at = 0; at < uids.size(); at += MOST_LISTED) {
      List<Long> some = uids.subList(at, Math.min(at + MOST_LISTED, uids.size()));
      for (ImapFolder.Listed each : open.list(some, recently)) {
        boolean counts = each.received().isBefore(now.plus(CLOCKS_APART));
        newest = counts && each.received().isAfter(newest) ? each.received() : newest;
      }
    }
    return newest.plus(INTERNALDATE_UNIT);
  }

  /// UIDs only ever grow within an epoch. A next one that was given before, in a folder whose
  /// highest letter lies below our mark, means that the folder was made anew under its old name.
  private static boolean hasFallen(ImapFolder open, Cursor cursor) throws MailboxUnavailable {
    return open.uidNext() > 0
        && open.uidNext() <= cursor.lastUid()
        && open.highest() < cursor.lastUid();
  }

  private Cursor renumber(Cursor cursor, long validity, long highest) {
    log.warn(
        "Mailbox {}/{} has new UIDs (epoch {}, before {}); its letters are recognised by their"
            + " content",
        mailbox.name(),
        folder,
        validity,
        cursor.uidValidity());
    return intake.renumber(cursor, validity, highest);
  }
}
