package org.postbag.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postbag.database.Database;

/// Letters of the table `letter` without a row in `letter_state`.
///
/// Those of one mailbox, new or imported, are processed in the order of their numbers, so behind a
/// mark that moves on all are processed, and what is read costs no more in a long backlog than in a
/// short one.
final class JdbcUnprocessed {
  /// Longer than any transaction: behind it, no letter with a smaller number can still appear.
  /// SQLite has one writer, so there letters appear in the order of their numbers.
  private static final Duration SETTLED = Duration.ofMinutes(10);

  private static final String UNPROCESSED =
      """
      SELECT l.id, l.size FROM letter l LEFT JOIN letter_state s ON s.letter_id = l.id
      WHERE l.id > :readTo AND s.letter_id IS NULL
      """;
  private static final String SETTLED_TO =
      """
      SELECT max(l.id) FROM letter l
      WHERE l.id > :readTo AND l.id < :before AND l.kept < :settled
      """;
  private static final String IN_ORDER =
      """
      ORDER BY l.id LIMIT :limit
      """;

  private static final String ANY = "";
  private static final String OF_LANE = " AND l.mailbox = :mailbox AND l.imported = :imported ";

  /// Each mailbox once, one look into the index for each.
  private static final String MAILBOXES =
      """
      WITH RECURSIVE known (mailbox) AS (
        SELECT min(mailbox) FROM letter
        UNION ALL
        SELECT (SELECT min(l.mailbox) FROM letter l WHERE l.mailbox > k.mailbox)
        FROM known k WHERE k.mailbox IS NOT NULL)
      SELECT mailbox FROM known WHERE mailbox IS NOT NULL
      """;

  /// A letter to be read.
  ///
  /// @param size in bytes
  record Row(long id, long size) {}

  /// A mailbox's letters: the new ones, or the imported ones.
  private record Lane(String mailbox, boolean imported) {
    static final Lane ALL = new Lane("", false);

    String condition() {
      return equals(ALL) ? ANY : OF_LANE;
    }
  }

  /// @param place in its lane, from 0
  private record Turn(boolean imported, int place, Row row) {}

  private final Database database;
  private final InstantSource clock;

  /// Every letter of the lane up to this one has been read; only grows, and starts at 0 with the
  /// process.
  private final Map<Lane, Long> readTo = new ConcurrentHashMap<>();

  JdbcUnprocessed(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// The oldest ones, up to `limit` of them.
  List<Row> oldest(int limit) {
    return of(Lane.ALL, limit);
  }

  /// The mailboxes take turns, so that a flood into one delays no other; and imported old letters
  /// come after new ones.
  List<Row> inTurn(int limit) {
    List<String> mailboxes = database.sql(MAILBOXES).query((row, _) -> row.getString(1)).list();
    return mailboxes.stream()
        .flatMap(mailbox -> Stream.of(new Lane(mailbox, false), new Lane(mailbox, true)))
        .flatMap(lane -> turns(lane, limit))
        .sorted(
            Comparator.comparing(Turn::imported)
                .thenComparingInt(Turn::place)
                .thenComparingLong(turn -> turn.row().id()))
        .limit(limit)
        .map(Turn::row)
        .toList();
  }

  private Stream<Turn> turns(Lane lane, int limit) {
    List<Row> rows = of(lane, limit);
    return IntStream.range(0, rows.size())
        .mapToObj(place -> new Turn(lane.imported(), place, rows.get(place)));
  }

  private List<Row> of(Lane lane, int limit) {
    List<Row> rows =
        database
            .sql(UNPROCESSED + lane.condition() + IN_ORDER)
            .param("mailbox", lane.mailbox())
            .param("imported", lane.imported() ? 1 : 0)
            .param("readTo", readTo.getOrDefault(lane, 0L))
            .param("limit", limit)
            .query((row, _) -> new Row(row.getLong(1), row.getLong(2)))
            .list();
    raiseMark(lane, rows.isEmpty() ? Long.MAX_VALUE : rows.getFirst().id());
    return rows;
  }

  private void raiseMark(Lane lane, long before) {
    database
        .sql(SETTLED_TO + lane.condition())
        .param("mailbox", lane.mailbox())
        .param("imported", lane.imported() ? 1 : 0)
        .param("readTo", readTo.getOrDefault(lane, 0L))
        .param("before", before)
        .param("settled", settled().toEpochMilli())
        .query((row, _) -> row.getLong(1))
        .optional()
        .ifPresent(mark -> readTo.merge(lane, mark, Math::max));
  }

  private Instant settled() {
    Instant now = clock.instant();
    return database.isSqlite() ? now.plusMillis(1) : now.minus(SETTLED);
  }
}
