package org.postbag.intake.imap;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.intake.Batch;
import org.postbag.intake.Cursor;
import org.postbag.intake.Gap;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.imap.ImapFolder.Listed;

/// Asks once more for a letter that the server listed and did not give.
final class GapFill {
  private final MailboxSettings mailbox;
  private final ImapFolder folder;
  private final Cursor cursor;
  private final ExponentialBackoff exponentialBackoff;
  private final InstantSource clock;
  private @Nullable MailboxUnavailable mailboxUnavailable;

  GapFill(
      MailboxSettings mailbox,
      ImapFolder folder,
      Cursor cursor,
      ExponentialBackoff exponentialBackoff,
      InstantSource clock) {
    this.mailbox = mailbox;
    this.folder = folder;
    this.cursor = cursor;
    this.exponentialBackoff = exponentialBackoff;
    this.clock = clock;
  }

  /// What broke the last question, if anything did.
  @Nullable MailboxUnavailable trouble() {
    return mailboxUnavailable;
  }

  /// The letter; or that it has left the mailbox; or the gap with its next time.
  Batch of(Gap gap) {
    try {
      return ask(gap);
    } catch (MailboxUnavailable e) {
      mailboxUnavailable = e;
      return later(gap, e.getMessage());
    }
  }

  private Batch ask(Gap gap) throws MailboxUnavailable {
    List<Long> uid = List.of(gap.uid().uid());
    if (folder.present(uid).isEmpty()) {
      return new Batch(cursor, cursor, List.of(), List.of(), List.of(gap.uid()));
    }
    List<Listed> listed = folder.list(uid, clock.instant());
    if (listed.isEmpty()) {
      return later(gap, "the server lists it and does not describe it");
    }
    if (FetchedLetters.isSkipped(listed.getFirst(), cursor, mailbox.startFrom())) {
      return new Batch(cursor, cursor, List.of(), List.of(), List.of(gap.uid()));
    }
    byte[] body = folder.bodies(uid, mailbox.sizeLimit() + 1).get(gap.uid().uid());
    return body == null || body.length == 0
        ? later(gap, "the server lists it and does not give it")
        : Batch.of(
            cursor, cursor, List.of(FetchedLetters.of(listed.getFirst(), body, cursor, mailbox)));
  }

  private Batch later(Gap gap, @Nullable String why) {
    int tries = gap.tries() + 1;
    Gap next =
        new Gap(
            gap.uid(),
            tries,
            clock.instant().plus(exponentialBackoff.after(tries)),
            String.valueOf(why));
    return new Batch(cursor, cursor, List.of(), List.of(next), List.of());
  }
}
