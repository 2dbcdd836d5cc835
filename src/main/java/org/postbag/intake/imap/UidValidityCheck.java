package org.postbag.intake.imap;

import java.time.InstantSource;
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
        clock.instant(),
        now ? last : 0,
        now ? 0 : last,
        0);
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
