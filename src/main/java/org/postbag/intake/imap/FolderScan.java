package org.postbag.intake.imap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.intake.Batch;
import org.postbag.intake.Cursor;
import org.postbag.intake.Gap;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.NewLetter;
import org.postbag.intake.imap.ImapFolder.Listed;

/// One look through a folder: from the cursor to its end, a portion at a time. The cursor never
/// passes a letter that is neither kept nor skipped nor noted as a gap.
final class FolderScan {
  private static final int MOST_LISTED = 500;
  private static final int MOST_LETTERS = 250;
  private static final long MOST_OCTETS = 4L * 1024 * 1024;

  private final ScanContext scanContext;
  private final MailboxSettings mailbox;
  private final ImapFolder folder;
  private final Bisection bisection;
  private final BatchWriter batchWriter;
  private Cursor cursor;

  FolderScan(ScanContext scanContext, ImapFolder folder, Cursor cursor) {
    this.scanContext = scanContext;
    this.mailbox = scanContext.mailbox();
    this.folder = folder;
    this.bisection = scanContext.bisection();
    this.batchWriter = new BatchWriter(scanContext.sink());
    this.cursor = cursor;
  }

  /// Reads to the end of the folder and returns the cursor there.
  Cursor run() throws MailboxUnavailable, InterruptedException {
    try {
      readNew();
    } finally {
      // Also when something broke: the next connection begins where this one has come to.
      batchWriter.settle();
    }
    return cursor;
  }

  private void readNew() throws MailboxUnavailable, InterruptedException {
    List<Long> uids = folder.uidsFrom(cursor.lastUid() + 1);
    for (int at = 0; at < uids.size(); ) {
      int many = Math.min(bisection.most(uids.get(at), MOST_LISTED), uids.size() - at);
      read(uids.subList(at, at + many));
      at += many;
    }
  }

  private void read(List<Long> uids) throws MailboxUnavailable, InterruptedException {
    Map<Long, Listed> listed = listed(uids);
    List<Long> portion = new ArrayList<>();
    long octets = 0;
    for (long uid : uids) {
      long size = sizeOf(listed.get(uid));
      boolean full = portion.size() >= bisection.most(uid, MOST_LETTERS);
      if (!portion.isEmpty() && (full || octets + size > MOST_OCTETS)) {
        take(portion, listed, octets);
        portion = new ArrayList<>();
        octets = 0;
      }
      portion.add(uid);
      octets += size;
    }
    take(portion, listed, octets);
  }

  private static long sizeOf(@Nullable Listed listed) {
    return listed == null ? 0 : listed.size();
  }

  private Map<Long, Listed> listed(List<Long> uids) throws MailboxUnavailable {
    if (uids.size() == 1 && bisection.givesUp(uids.getFirst())) {
      return Map.of();
    }
    try {
      Map<Long, Listed> listed = new HashMap<>();
      folder
          .list(uids, scanContext.clock().instant())
          .forEach(each -> listed.put(each.uid(), each));
      return listed;
    } catch (MailboxUnavailable e) {
      bisection.failed(uids);
      throw e;
    }
  }

  /// Fetches a portion, gives it to be kept, and moves on.
  private void take(List<Long> uids, Map<Long, Listed> listed, long octets)
      throws MailboxUnavailable, InterruptedException {
    int held = scanContext.budget().take(octets);
    Batch batch;
    try {
      batch = fetched(uids, listed);
    } catch (MailboxUnavailable e) {
      scanContext.budget().giveBack(held);
      throw e;
    }
    batchWriter.keep(batch, () -> scanContext.budget().giveBack(held));
    cursor = batch.after();
    bisection.settled(cursor.lastUid());
  }

  private Batch fetched(List<Long> uids, Map<Long, Listed> listed) throws MailboxUnavailable {
    List<Long> wanted = uids.stream().filter(uid -> wants(listed.get(uid))).toList();
    Map<Long, byte[]> bodies = wanted.isEmpty() ? Map.of() : bodies(wanted);
    List<NewLetter> letters = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    for (long uid : uids) {
      Listed known = listed.get(uid);
      byte[] body = bodies.get(uid);
      boolean empty = body == null || body.length == 0;
      if (known == null || (empty && wants(known))) {
        gaps.add(gap(uid));
      } else if (body != null) {
        letters.add(FetchedLetters.of(known, body, cursor, mailbox));
      }
    }
    return new Batch(cursor, cursor.at(uids.getLast()), letters, gaps, List.of());
  }

  private boolean wants(@Nullable Listed listed) {
    return listed != null && !FetchedLetters.isSkipped(listed, cursor, mailbox.startFrom());
  }

  private Map<Long, byte[]> bodies(List<Long> uids) throws MailboxUnavailable {
    if (uids.size() == 1 && bisection.givesUp(uids.getFirst())) {
      return Map.of();
    }
    try {
      return folder.bodies(uids, mailbox.sizeLimit() + 1);
    } catch (MailboxUnavailable e) {
      bisection.failed(uids);
      throw e;
    }
  }

  private Gap gap(long uid) {
    Instant next = scanContext.clock().instant().plus(scanContext.exponentialBackoff().after(1));
    return new Gap(cursor.uid(uid), 1, next, "the server lists it and does not give it");
  }

  /// Fills the gaps whose time has come. Each is written down anew before the connection is given
  /// up, so that a letter that breaks it every time is asked for ever more seldom.
  void fill(List<Gap> due) throws MailboxUnavailable, InterruptedException {
    GapFill fill =
        new GapFill(mailbox, folder, cursor, scanContext.exponentialBackoff(), scanContext.clock());
    for (Gap gap : due) {
      batchWriter.keep(fill.of(gap), () -> {});
      batchWriter.settle();
      if (fill.trouble() != null) {
        throw fill.trouble();
      }
    }
  }
}
