package org.postbag.intake.imap;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postbag.intake.Cursor;
import org.postbag.intake.Gap;
import org.postbag.intake.Intake;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.Reconciliation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares a folder with the rows, by UID. A letter that neither was kept nor is accounted for is
/// an alarm, and is fetched.
final class Reconciler {
  private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
  private static final int MOST_LISTED = 500;
  private static final int MOST_NAMED = 50;

  private final MailboxSettings mailbox;
  private final Intake intake;
  private final MailboxHealth health;
  private final InstantSource clock;

  Reconciler(MailboxSettings mailbox, Intake intake, MailboxHealth health, InstantSource clock) {
    this.mailbox = mailbox;
    this.intake = intake;
    this.health = health;
    this.clock = clock;
  }

  /// Compares an open folder with the rows, as far as the cursor reaches.
  Reconciliation run(ImapFolder folder, Cursor cursor) throws MailboxUnavailable {
    Set<Long> known = intake.places(cursor);
    Set<Long> withheld = withheld(cursor);
    List<Long> standing =
        folder.uidsFrom(cursor.skippedTo() + 1).stream()
            .filter(uid -> uid <= cursor.lastUid())
            .toList();
    List<Long> unknown =
        standing.stream().filter(uid -> !known.contains(uid) && !withheld.contains(uid)).toList();
    List<Long> missing = ours(unknown, folder, cursor);
    Reconciliation result = result(cursor, standing, known, withheld, missing, unknown.size());
    noteGaps(cursor, missing);
    announce(result);
    return result;
  }

  private Set<Long> withheld(Cursor cursor) {
    return intake.gaps(cursor.mailbox(), cursor.folder()).stream()
        .map(gap -> gap.uid().uid())
        .collect(Collectors.toSet());
  }

  private Reconciliation result(
      Cursor cursor,
      List<Long> standing,
      Set<Long> known,
      Set<Long> withheld,
      List<Long> missing,
      int unknown) {
    int kept = (int) standing.stream().filter(known::contains).count();
    int gaps = (int) standing.stream().filter(withheld::contains).count();
    int skipped = unknown - missing.size();
    return new Reconciliation(
        cursor.mailbox(),
        cursor.folder(),
        clock.instant(),
        standing.size() - skipped,
        kept,
        gaps,
        missing,
        known.size() - kept);
  }

  /// Those that were not left out for their age at the first start.
  private List<Long> ours(List<Long> unknown, ImapFolder folder, Cursor cursor)
      throws MailboxUnavailable {
    List<Long> ours = new ArrayList<>();
    for (int at = 0; at < unknown.size(); at += MOST_LISTED) {
      List<Long> some = unknown.subList(at, Math.min(at + MOST_LISTED, unknown.size()));
      folder.list(some, clock.instant()).stream()
          .filter(listed -> !FetchedLetters.isSkipped(listed, cursor, mailbox.startFrom()))
          .forEach(listed -> ours.add(listed.uid()));
    }
    return ours;
  }

  private void noteGaps(Cursor cursor, List<Long> missing) {
    Instant now = clock.instant();
    intake.note(
        missing.stream()
            .map(uid -> new Gap(cursor.uid(uid), 0, now, "found missing by reconciliation"))
            .toList());
  }

  private void announce(Reconciliation result) {
    health.reconciled(result);
    if (!result.balances()) {
      log.error(
          "Mailbox {}/{} holds {} letters that we do not know; they are fetched now. UIDs: {}",
          result.mailbox(),
          result.folder(),
          result.missing().size(),
          result.missing().stream().limit(MOST_NAMED).toList());
    }
  }
}
