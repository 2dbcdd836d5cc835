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
final class Pass {
  private static final int MOST_LISTED = 500;
  private static final int MOST_LETTERS = 250;
  private static final long MOST_OCTETS = 4L * 1024 * 1024;

  private final Means means;
  private final MailboxSettings mailbox;
  private final ImapFolder folder;
  private final Caution caution;
  private final Keeper keeper;
  private Cursor cursor;

  Pass(Means means, ImapFolder folder, Cursor cursor) {
    this.means = means;
    this.mailbox = means.mailbox();
    this.folder = folder;
    this.caution = means.caution();
    this.keeper = new Keeper(means.sink());
    this.cursor = cursor;
  }

  /// Reads to the end of the folder and returns the cursor there.
  Cursor run() throws Trouble, InterruptedException {
    try {
      readNew();
    } finally {
      // Also when something broke: the next connection begins where this one has come to.
      keeper.settle();
    }
    return cursor;
  }

  private void readNew() throws Trouble, InterruptedException {
    List<Long> uids = folder.uidsFrom(cursor.lastUid() + 1);
    for (int at = 0; at < uids.size(); ) {
      int many = Math.min(caution.most(uids.get(at), MOST_LISTED), uids.size() - at);
      read(uids.subList(at, at + many));
      at += many;
    }
  }

  private void read(List<Long> uids) throws Trouble, InterruptedException {
    Map<Long, Listed> listed = listed(uids);
    List<Long> portion = new ArrayList<>();
    long octets = 0;
    for (long uid : uids) {
      long size = sizeOf(listed.get(uid));
      boolean full = portion.size() >= caution.most(uid, MOST_LETTERS);
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

  private Map<Long, Listed> listed(List<Long> uids) throws Trouble {
    if (uids.size() == 1 && caution.givesUp(uids.getFirst())) {
      return Map.of();
    }
    try {
      Map<Long, Listed> listed = new HashMap<>();
      folder.list(uids).forEach(each -> listed.put(each.uid(), each));
      return listed;
    } catch (Trouble e) {
      caution.failed(uids);
      throw e;
    }
  }

  /// Fetches a portion, gives it to be kept, and moves on.
  private void take(List<Long> uids, Map<Long, Listed> listed, long octets)
      throws Trouble, InterruptedException {
    int held = means.budget().take(octets);
    Batch batch;
    try {
      batch = fetched(uids, listed);
    } catch (Trouble e) {
      means.budget().giveBack(held);
      throw e;
    }
    keeper.keep(batch, () -> means.budget().giveBack(held));
    cursor = batch.after();
    caution.settled(cursor.lastUid());
  }

  private Batch fetched(List<Long> uids, Map<Long, Listed> listed) throws Trouble {
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
        letters.add(Letters.of(known, body, cursor, mailbox));
      }
    }
    return new Batch(cursor, cursor.at(uids.getLast()), letters, gaps, List.of());
  }

  private boolean wants(@Nullable Listed listed) {
    return listed != null && !Letters.isSkipped(listed, cursor, mailbox.startFrom());
  }

  private Map<Long, byte[]> bodies(List<Long> uids) throws Trouble {
    if (uids.size() == 1 && caution.givesUp(uids.getFirst())) {
      return Map.of();
    }
    try {
      return folder.bodies(uids, mailbox.sizeLimit() + 1);
    } catch (Trouble e) {
      caution.failed(uids);
      throw e;
    }
  }

  private Gap gap(long uid) {
    Instant next = means.clock().instant().plus(means.pauses().after(1));
    return new Gap(cursor.uid(uid), 1, next, "the server lists it and does not give it");
  }

  /// Fills the gaps whose time has come. Each is written down anew before the connection is given
  /// up, so that a letter that breaks it every time is asked for ever more seldom.
  void fill(List<Gap> due) throws Trouble, InterruptedException {
    GapFill fill = new GapFill(mailbox, folder, cursor, means.pauses(), means.clock());
    for (Gap gap : due) {
      keeper.keep(fill.of(gap), () -> {});
      keeper.settle();
      if (fill.trouble() != null) {
        throw fill.trouble();
      }
    }
  }
}
