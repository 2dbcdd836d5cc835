package org.postbag.ledger;

import java.util.List;
import java.util.Optional;

/// Reads the chain from its beginning and names the first entry that does not fit. An edit, an
/// insertion, a removal and a change of order each break the hash or the numbering; a removal at
/// the end is betrayed by the head; a state without its entry by comparing both.
final class Audit {
  private static final int PAGE = 1000;
  private final JdbcLedger rows;

  Audit(JdbcLedger rows) {
    this.rows = rows;
  }

  Optional<String> firstBreak() {
    String hash = "";
    long seq = 0;
    for (List<Entry> page = rows.after(seq, PAGE); !page.isEmpty(); page = rows.after(seq, PAGE)) {
      for (Entry entry : page) {
        if (entry.seq() != seq + 1) {
          return Optional.of("entry " + (seq + 1) + " is missing");
        }
        if (!entry.hashAfter(hash).equals(entry.hash())) {
          return Optional.of("entry " + entry.seq() + " is not what was written");
        }
        seq = entry.seq();
        hash = entry.hash();
      }
    }
    return headBreak(seq, hash).or(rows::firstStateWithoutEntry);
  }

  private Optional<String> headBreak(long seq, String hash) {
    JdbcLedger.Head head = rows.head();
    return head.seq() == seq && head.hash().equals(hash)
        ? Optional.empty()
        : Optional.of("the head names entry " + head.seq() + ", the last one found is " + seq);
  }
}
