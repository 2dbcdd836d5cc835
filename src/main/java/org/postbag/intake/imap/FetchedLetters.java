package org.postbag.intake.imap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.postbag.intake.Cursor;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.NewLetter;
import org.postbag.intake.StartFrom;
import org.postbag.intake.imap.ImapFolder.Listed;

/// Which letters are ours, and what is kept of them.
final class FetchedLetters {
  private FetchedLetters() {}

  /// Whether the letter stood in the mailbox before our first start and is not wanted.
  static boolean isSkipped(Listed listed, Cursor cursor, StartFrom from) {
    boolean mayBeOld = listed.uid() <= Math.max(cursor.importedTo(), cursor.renumberedTo());
    return mayBeOld && listed.received().isBefore(oldest(cursor, from));
  }

  private static Instant oldest(Cursor cursor, StartFrom from) {
    return switch (from) {
      case StartFrom.Now() -> cursor.since();
      case StartFrom.All() -> Instant.MIN;
      case StartFrom.Since(var day) -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
    };
  }

  /// The letter of those octets, which are one over the size limit if there is more of it.
  static NewLetter of(Listed listed, byte[] body, Cursor cursor, MailboxSettings mailbox) {
    boolean cut = body.length > mailbox.sizeLimit();
    return new NewLetter(
        cursor.uid(listed.uid()),
        listed.received(),
        listed.size(),
        cursor.imports(listed.uid(), listed.received()),
        cut,
        cut ? Arrays.copyOf(body, mailbox.sizeLimit()) : body);
  }
}
