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

  private record Row(long id, String contentHash, byte[] rfc822) {
    boolean isAltered() {
      return !Fingerprint.sha256(rfc822).equals(contentHash);
    }
  }

  private final Database database;
  private final AtomicLong done = new AtomicLong();

  public ContentAudit(Database database) {
    this.database = database;
  }

  /// @return what is wrong, in words; empty when every letter is as it was collected
  public Optional<String> firstAltered() {
    long last = 0;
    for (List<Row> page = after(last); !page.isEmpty(); page = after(last)) {
      Optional<Row> altered = page.stream().filter(Row::isAltered).findFirst();
      if (altered.isPresent()) {
        return Optional.of(
            "letter " + altered.get().id() + " does not hold the bytes that were collected");
      }
      last = page.getLast().id();
      done.addAndGet(page.size());
    }
    return firstWithoutBytes();
  }

  /// Letters read so far, of how many, in words.
  public String progress() {
    long all = database.sql("SELECT count(*) FROM letter").query(Long.class).single();
    return "%,d of %,d letters read".formatted(done.get(), all);
  }

  private List<Row> after(long id) {
    return database
        .sql(
            """
            SELECT l.id, l.content_hash, r.rfc822
            FROM letter l JOIN letter_raw r ON r.letter_id = l.id
            WHERE l.id > :id ORDER BY l.id LIMIT :limit
            """)
        .param("id", id)
        .param("limit", PAGE)
        .query((row, _) -> new Row(row.getLong(1), row.getString(2), row.getBytes(3)))
        .list();
  }

  private Optional<String> firstWithoutBytes() {
    return database
        .sql(
            """
            SELECT l.id FROM letter l
            WHERE NOT EXISTS (SELECT 1 FROM letter_raw r WHERE r.letter_id = l.id)
            ORDER BY l.id LIMIT 1
            """)
        .query(Long.class)
        .optional()
        .map(id -> "letter " + id + " has lost its bytes");
  }
}
