package org.postbag.intake.imap;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
  private static final int MOST_LETTERS = 100;
  private static final long MOST_OCTETS = 8L * 1024 * 1024;

  private final MailboxSettings mailbox;
  private final ImapFolder folder;
  private final Consumer<Batch> sink;
  private final Caution caution;
  private final Pauses pauses;
  private final InstantSource clock;
  private Cursor cursor;

  Pass(
      MailboxSettings mailbox,
      ImapFolder folder,
      Cursor cursor,
      Consumer<Batch> sink,
      Caution caution,
      Pauses pauses,
      InstantSource clock) {
    this.mailbox = mailbox;
    this.folder = folder;
    this.cursor = cursor;
    this.sink = sink;
    this.caution = caution;
    this.pauses = pauses;
    this.clock = clock;
  }

  /// Reads to the end of the folder and returns the cursor there.
  Cursor run() throws Trouble {
    List<Long> uids = folder.uidsFrom(cursor.lastUid() + 1);
    for (int at = 0; at < uids.size(); ) {
      int many = Math.min(caution.most(uids.get(at), MOST_LISTED), uids.size() - at);
      read(uids.subList(at, at + many));
      at += many;
    }
    return cursor;
  }

  private void read(List<Long> uids) throws Trouble {
    Map<Long, Listed> listed = listed(uids);
    List<Long> portion = new ArrayList<>();
    long octets = 0;
    for (long uid : uids) {
      long size = sizeOf(listed.get(uid));
      boolean full = portion.size() >= caution.most(uid, MOST_LETTERS);
      if (!portion.isEmpty() && (full || octets + size > MOST_OCTETS)) {
        take(portion, listed);
        portion = new ArrayList<>();
        octets = 0;
      }
      portion.add(uid);
      octets += size;
    }
    take(portion, listed);
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

  /// Fetches a portion, has it kept, and moves on.
  private void take(List<Long> uids, Map<Long, Listed> listed) throws Trouble {
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
    Cursor after = cursor.at(uids.getLast());
    keep(new Batch(cursor, after, letters, gaps, List.of()));
    cursor = after;
    caution.settled(after.lastUid());
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
    Instant next = clock.instant().plus(pauses.after(1));
    return new Gap(cursor.uid(uid), 1, next, "the server lists it and does not give it");
  }

  /// Fills the gaps whose time has come. Each is written down anew before the connection is given
  /// up, so that a letter that breaks it every time is asked for ever more seldom.
  void fill(List<Gap> due) throws Trouble {
    GapFill fill = new GapFill(mailbox, folder, cursor, pauses, clock);
    for (Gap gap : due) {
      keep(fill.of(gap));
      if (fill.trouble() != null) {
        throw fill.trouble();
      }
    }
  }

  private void keep(Batch batch) throws Trouble {
    try {
      sink.accept(batch);
    } catch (RuntimeException e) {
      throw new Trouble(Trouble.Kind.STORE, "letters cannot be kept: " + e.getMessage(), e);
    }
  }
}
