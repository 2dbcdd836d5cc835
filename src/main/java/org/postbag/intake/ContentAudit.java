package org.postbag.intake;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.postbag.database.Database;

/// Reads the bytes of each stored letter, and names the first whose SHA-256 is not the one that was
/// noted when it was collected.
public final class ContentAudit {
  /// Letters that one statement reads; a letter has 25 MB at most.
  private static final int PAGE = 20;

  private final JdbcLetterBytes rows;
  private final AtomicLong done = new AtomicLong();

  public ContentAudit(Database database) {
    this.rows = new JdbcLetterBytes(database);
  }

  /// Reads all of them.
  ///
  /// @return what is wrong, in words; empty when every letter is as it was collected
  public Optional<String> firstAltered() {
    long last = 0;
    for (var page = rows.after(last, PAGE); !page.isEmpty(); page = rows.after(last, PAGE)) {
      Optional<Long> altered = firstAltered(page);
      if (altered.isPresent()) {
        return altered.map(id -> "letter " + id + " does not hold the bytes that were collected");
      }
      last = page.getLast().id();
      done.addAndGet(page.size());
    }
    return rows.firstWithoutBytes().map(id -> "letter " + id + " has lost its bytes");
  }

  private static Optional<Long> firstAltered(List<JdbcLetterBytes.Row> page) {
    return page.stream()
        .filter(row -> !Fingerprint.sha256(row.rfc822()).equals(row.contentHash()))
        .map(JdbcLetterBytes.Row::id)
        .findFirst();
  }

  /// Letters read so far, of how many, in words.
  public String progress() {
    return "%,d of %,d letters read".formatted(done.get(), rows.letters());
  }
}
