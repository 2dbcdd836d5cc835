package org.postbag.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.postbag.database.Database;

/// The letters, read from the tables `letter` and `letter_raw`.
final class JdbcLetterStore implements LetterStore {
  /// Longer than any transaction: behind it, no letter with a smaller number can still appear.
  private static final Duration SETTLED = Duration.ofMinutes(10);

  /// What one call may hold in memory; it returns at least one letter.
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  private static final String OLDEST =
      """
      SELECT l.id, l.size
      FROM letter l LEFT JOIN letter_state s ON s.letter_id = l.id
      WHERE l.id > :readTo AND s.letter_id IS NULL
      ORDER BY l.id LIMIT :limit
      """;
  private static final String IN_TURN =
      """
      SELECT id, size FROM (
        SELECT l.id, l.size, l.imported,
          row_number() OVER (PARTITION BY l.mailbox, l.imported ORDER BY l.id) AS place
        FROM letter l LEFT JOIN letter_state s ON s.letter_id = l.id
        WHERE l.id > :readTo AND s.letter_id IS NULL) waiting
      ORDER BY imported, place, id LIMIT :limit
      """;

  private record Row(long id, long size) {}

  private final Database database;
  private final InstantSource clock;

  /// Every letter up to this one has been read; only grows, and starts at 0 with the process.
  private final AtomicLong allReadTo = new AtomicLong();

  JdbcLetterStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public List<KeptLetter> unprocessed(int limit) {
    List<Row> unprocessed = unprocessedRows(limit);
    raiseMark(unprocessed);
    if (unprocessed.size() == limit) {
      unprocessed = inTurn(limit);
    }
    List<KeptLetter> letters = new ArrayList<>();
    long bytes = 0;
    for (Row row : unprocessed) {
      bytes += row.size();
      if (!letters.isEmpty() && bytes > MOST_BYTES) {
        break;
      }
      find(row.id()).ifPresent(letters::add);
    }
    return letters;
  }

  private List<Row> unprocessedRows(int limit) {
    return rows(OLDEST, limit);
  }

  /// When more letters wait than are read at once, the mailboxes take turns, so that a flood into
  /// one delays no other; and imported old letters come after new ones.
  private List<Row> inTurn(int limit) {
    return rows(IN_TURN, limit);
  }

  private List<Row> rows(String sql, int limit) {
    return database
        .sql(sql)
        .param("readTo", allReadTo.get())
        .param("limit", limit)
        .query((row, _) -> new Row(row.getLong(1), row.getLong(2)))
        .list();
  }

  /// Skips the settled letters before the first unprocessed one from now on.
  private void raiseMark(List<Row> unprocessed) {
    long before = unprocessed.isEmpty() ? Long.MAX_VALUE : unprocessed.getFirst().id();
    Instant settled = clock.instant().minus(SETTLED);
    database
        .sql(
            """
            SELECT max(id) FROM letter
            WHERE id > :readTo AND id < :before AND kept < :settled
            """)
        .param("readTo", allReadTo.get())
        .param("before", before)
        .param("settled", settled.toEpochMilli())
        .query((row, _) -> row.getLong(1))
        .optional()
        .ifPresent(mark -> allReadTo.accumulateAndGet(mark, Math::max));
  }

  @Override
  public Optional<KeptLetter> find(long id) {
    return database
        .sql(
            """
            SELECT l.*, r.rfc822 FROM letter l JOIN letter_raw r ON r.letter_id = l.id
            WHERE l.id = :id
            """)
        .param("id", id)
        .query(JdbcLetterStore::letter)
        .optional();
  }

  private static KeptLetter letter(ResultSet row, int number) throws SQLException {
    return new KeptLetter(
        row.getLong("id"),
        new ImapUid(
            row.getString("mailbox"),
            row.getString("folder"),
            row.getLong("uid_validity"),
            row.getLong("uid")),
        Instant.ofEpochMilli(row.getLong("received")),
        row.getInt("imported") != 0,
        row.getInt("cut") != 0,
        row.getBytes("rfc822"));
  }
}
