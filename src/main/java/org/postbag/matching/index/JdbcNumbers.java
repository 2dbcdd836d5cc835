package org.postbag.matching.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postbag.database.Database;

/// Follows the numbers of a table's rows. Where several write at once (PostgreSQL), a row with a
/// smaller number may appear after one with a greater: such late ones are looked for as well.
final class JdbcNumbers {
  /// No transaction lasts that long: what is older cannot be joined by late ones any more.
  private static final Duration SETTLED = Duration.ofMinutes(10);

  private final Database database;
  private final String table;
  private final String time;
  private final Set<Long> seen = new HashSet<>();
  private long settled;
  private long last;

  /// @param time the column that says when a row was written, in milliseconds
  /// @param from every row up to this number has been dealt with
  JdbcNumbers(Database database, String table, String time, long from) {
    this.database = database;
    this.table = table;
    this.time = time;
    this.settled = from;
    this.last = from;
  }

  /// The next rows' numbers; empty when there is none.
  List<Long> next(int limit) {
    List<Long> next =
        numbers("SELECT id FROM " + table + " WHERE id > ? ORDER BY id LIMIT ?", last, limit);
    if (!next.isEmpty()) {
      last = next.getLast();
      seen.addAll(database.isSqlite() ? List.of() : next);
    }
    return next;
  }

  /// Rows that appeared below the last number. Also moves the mark on.
  List<Long> late(Instant now) {
    if (database.isSqlite()) {
      return List.of();
    }
    List<Long> late =
        new ArrayList<>(
            numbers("SELECT id FROM " + table + " WHERE id > ? AND id <= ?", settled, last));
    late.removeAll(seen);
    seen.addAll(late);
    Instant old = now.minus(SETTLED);
    String settledNow =
        "SELECT COALESCE(MAX(id), 0) FROM %s WHERE id > ? AND %s < ?".formatted(table, time);
    settleAt(Math.min(last, numbers(settledNow, settled, old.toEpochMilli()).getFirst()));
    return late;
  }

  private void settleAt(long number) {
    settled = Math.max(settled, number);
    seen.removeIf(id -> id <= settled);
  }

  /// Every row up to this number has been given out.
  long mark() {
    return database.isSqlite() ? last : settled;
  }

  private List<Long> numbers(String sql, long... values) {
    var statement = database.sql(sql);
    for (long value : values) {
      statement = statement.param(value);
    }
    return statement.query((row, _) -> row.getLong(1)).list();
  }
}
