package org.postbag.review.breaker;

import java.time.Duration;
import java.time.Instant;
import org.postbag.database.Database;

/// The table `hourly_count`: one row for each hour in which something happened.
final class JdbcHourlyCounts {
  /// How long the rows are kept: long enough to tell what is usual.
  static final Duration KEPT = Duration.ofDays(28);

  private final Database database;
  private final String what;

  /// @param what is counted
  JdbcHourlyCounts(Database database, String what) {
    this.database = database;
    this.what = what;
  }

  /// Counts one more.
  ///
  /// @return how many there were in this hour, this one included
  int add(BreakerScope scope, Instant at) {
    int n =
        database
            .sql(
                """
                INSERT INTO hourly_count (scope, what, hour, n) VALUES (:scope, :what, :hour, 1)
                ON CONFLICT (scope, what, hour) DO UPDATE SET n = hourly_count.n + 1
                RETURNING n
                """)
            .param("scope", scope.word())
            .param("what", what)
            .param("hour", hour(at))
            .query(Integer.class)
            .single();
    if (n == 1) {
      forget(scope, at);
    }
    return n;
  }

  private void forget(BreakerScope scope, Instant now) {
    database
        .sql("DELETE FROM hourly_count WHERE scope = :scope AND what = :what AND hour < :hour")
        .param("scope", scope.word())
        .param("what", what)
        .param("hour", hour(now.minus(KEPT)))
        .update();
  }

  /// How many there were from that moment's hour on.
  int since(BreakerScope scope, Instant from) {
    return database
        .sql(
            """
            SELECT coalesce(sum(n), 0) FROM hourly_count
            WHERE scope = :scope AND what = :what AND hour >= :from
            """)
        .param("scope", scope.word())
        .param("what", what)
        .param("from", hour(from))
        .query(Integer.class)
        .single();
  }

  /// How many there were in an hour in which there were any, on the average of the weeks before
  /// this hour; 0 when there were none.
  double usual(BreakerScope scope, Instant now) {
    return database
        .sql(
            """
            SELECT coalesce(avg(n), 0) FROM hourly_count
            WHERE scope = :scope AND what = :what AND hour >= :from AND hour < :now
            """)
        .param("scope", scope.word())
        .param("what", what)
        .param("from", hour(now.minus(KEPT)))
        .param("now", hour(now))
        .query(Double.class)
        .single();
  }

  private static long hour(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), Duration.ofHours(1).toSeconds());
  }
}
