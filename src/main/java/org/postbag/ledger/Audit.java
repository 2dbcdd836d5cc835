package org.postbag.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the chain from its beginning and names the first entry that does not fit.
///
/// An edit, an insertion, a removal and a change of order each break the hash or the numbering; a
/// removal at the end shows in the head and in the letter's state; a forged entry with a right hash
/// in the letter's other entries, where each state follows from the last. A chain that was
/// rewritten as a whole shows when its head was noted elsewhere, see [Ledger#holds].
final class Audit {
  private static final int PAGE = 1000;
  private final JdbcLedger rows;
  private final Map<Long, State> states = new HashMap<>();
  private long seq;
  private String hash = "";

  Audit(JdbcLedger rows) {
    this.rows = rows;
  }

  /// The head is read first; entries that are added meanwhile follow it and are left out.
  Optional<String> firstBreak() {
    JdbcLedger.Head head = rows.head();
    while (seq < head.seq()) {
      List<Entry> page = rows.after(seq, (int) Math.min(PAGE, head.seq() - seq));
      if (page.isEmpty()) {
        return Optional.of("entry " + (seq + 1) + " is missing");
      }
      for (Entry entry : page) {
        Optional<String> fault = fault(entry);
        if (fault.isPresent()) {
          return fault;
        }
      }
    }
    return hash.equals(head.hash())
        ? rows.firstMismatch()
        : Optional.of("the head is not entry " + head.seq());
  }

  private Optional<String> fault(Entry entry) {
    if (entry.seq() != seq + 1) {
      return Optional.of("entry " + (seq + 1) + " is missing");
    }
    if (!entry.hashAfter(hash).equals(entry.hash())) {
      return Optional.of("entry " + entry.seq() + " is not what was written");
    }
    State before = states.put(entry.letter(), entry.to());
    if (entry.from() != (before == null ? State.KEPT : before)) {
      return Optional.of("entry " + entry.seq() + " does not follow from its letter's last one");
    }
    seq = entry.seq();
    hash = entry.hash();
    return Optional.empty();
  }
}
