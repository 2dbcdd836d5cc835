package org.postbag.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postbag.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Follows the row numbers of a table. With several writers (PostgreSQL), a row with a smaller
/// number may be committed after one with a greater number: such late rows are found as well.
final class JdbcNumbers {
  /// Longer than any transaction: below a row of that age, no late row can appear.
  private static final Duration SETTLED = Duration.ofMinutes(10);

  private final Database database;
  private final String table;
  private final String time;
  private final Set<Long> seen = new HashSet<>();
  private long settled;
  private long last;

  /// @param time the column that says when a row was written, in milliseconds
  /// @param from every row up to this number has been processed
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
        sql("SELECT id FROM %s WHERE id > :last ORDER BY id LIMIT :limit")
            .param("last", last)
            .param("limit", limit)
            .query((row, _) -> row.getLong(1))
            .list();
    if (!next.isEmpty()) {
      last = next.getLast();
      seen.addAll(database.isSqlite() ? List.of() : next);
    }
    return next;
  }

  /// Rows that appeared below the last number. Also advances the position.
  List<Long> late(Instant now) {
    if (database.isSqlite()) {
      return List.of();
    }
    List<Long> late = new ArrayList<>(unsettled());
    late.removeAll(seen);
    seen.addAll(late);
    settleAt(Math.min(last, lastBefore(now.minus(SETTLED))));
    return late;
  }

  private List<Long> unsettled() {
    return sql("SELECT id FROM %s WHERE id > :settled AND id <= :last")
        .param("settled", settled)
        .param("last", last)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  private long lastBefore(Instant moment) {
    return sql("SELECT coalesce(max(id), 0) FROM %s WHERE id > :settled AND %s < :moment")
        .param("settled", settled)
        .param("moment", moment.toEpochMilli())
        .query(Long.class)
        .single();
  }

  /// @param sql with the table, and the column of its time, left open
  private StatementSpec sql(String sql) {
    return database.sql(sql.formatted(table, time));
  }

  private void settleAt(long number) {
    settled = Math.max(settled, number);
    seen.removeIf(id -> id <= settled);
  }

  /// Every row up to this number has been returned.
  long position() {
    return database.isSqlite() ? last : settled;
  }
}
