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

/// The letters' rows.
final class JdbcLetterStore implements LetterStore {
  /// No transaction lasts that long: a letter kept earlier cannot appear below a later one any
  /// more.
  private static final Duration SETTLED = Duration.ofMinutes(10);

  /// What one reading may hold in memory, the first letter always included.
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  private static final String UNREAD =
      " FROM letter l LEFT JOIN letter_state s ON s.letter_id = l.id"
          + " WHERE l.id > ? AND s.letter_id IS NULL";
  private static final String OLDEST = "SELECT l.id, l.size" + UNREAD + " ORDER BY l.id LIMIT ?";
  private static final String IN_TURN =
      "SELECT id, size FROM (SELECT l.id, l.size, l.imported, row_number() OVER"
          + " (PARTITION BY l.mailbox, l.imported ORDER BY l.id) AS place"
          + UNREAD
          + ") waiting ORDER BY imported, place, id LIMIT ?";

  private record Row(long id, long size) {}

  private final Database database;
  private final InstantSource clock;

  /// Every letter up to this one has been read; only ever grows, and is found anew after a start.
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

  /// Where more wait than can be read at once, every mailbox has its turn: a flood into one of them
  /// holds up no other, and old letters that are imported let new ones go first.
  private List<Row> inTurn(int limit) {
    return rows(IN_TURN, limit);
  }

  private List<Row> rows(String sql, int limit) {
    return database
        .sql(sql)
        .params(allReadTo.get(), limit)
        .query((row, _) -> new Row(row.getLong(1), row.getLong(2)))
        .list();
  }

  /// All settled letters before the first unprocessed one need not be looked at again.
  private void raiseMark(List<Row> unprocessed) {
    long before = unprocessed.isEmpty() ? Long.MAX_VALUE : unprocessed.getFirst().id();
    Instant settled = clock.instant().minus(SETTLED);
    database
        .sql("SELECT max(id) FROM letter WHERE id > ? AND id < ? AND kept < ?")
        .params(allReadTo.get(), before, settled.toEpochMilli())
        .query((row, _) -> row.getLong(1))
        .optional()
        .ifPresent(mark -> allReadTo.accumulateAndGet(mark, Math::max));
  }

  @Override
  public Optional<KeptLetter> find(long id) {
    return database
        .sql(
            "SELECT l.*, r.rfc822 FROM letter l JOIN letter_raw r ON r.letter_id = l.id"
                + " WHERE l.id = ?")
        .param(id)
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
