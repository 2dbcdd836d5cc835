package org.postbag.review.breaker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;

/// The table `breaker`. Open ones are read by the index `breaker_open`, which holds nothing else.
final class JdbcBreakers {
  private final Database database;

  JdbcBreakers(Database database) {
    this.database = database;
  }

  /// Nothing changes when it is open already.
  ///
  /// @return whether it was not
  boolean open(BreakerScope scope, Breaker.Cause cause, int count, Instant at) {
    return database
            .sql(
                """
                INSERT INTO breaker (scope, cause, n, since) VALUES (:scope, :cause, :count, :at)
                ON CONFLICT (scope, cause) WHERE ended IS NULL DO NOTHING
                """)
            .param("scope", scope.word())
            .param("cause", cause.word())
            .param("count", count)
            .param("at", at.toEpochMilli())
            .update()
        == 1;
  }

  Optional<Breaker> end(long id, String by, Instant at) {
    return database
        .sql(
            """
            UPDATE breaker SET ended = :at, ended_by = :by WHERE id = :id AND ended IS NULL
            RETURNING *
            """)
        .param("id", id)
        .param("by", by)
        .param("at", at.toEpochMilli())
        .query(JdbcBreakers::breaker)
        .optional();
  }

  List<Breaker> open() {
    return database
        .sql("SELECT * FROM breaker WHERE ended IS NULL ORDER BY id")
        .query(JdbcBreakers::breaker)
        .list();
  }

  boolean anyOpen() {
    return database
        .sql("SELECT 1 FROM breaker WHERE ended IS NULL LIMIT 1")
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /// Whether one of these is open, for drafting or for what leaves.
  boolean isOpen(Collection<BreakerScope> scopes, boolean drafting) {
    return database
        .sql(
            """
            SELECT 1 FROM breaker
            WHERE ended IS NULL AND scope IN (:scopes) AND (cause = 'drafts') = :drafting LIMIT 1
            """)
        .param("scopes", scopes.stream().map(BreakerScope::word).toList())
        .param("drafting", drafting)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /// When a person last let it go on.
  Optional<Instant> lastEnd(BreakerScope scope, Breaker.Cause cause) {
    return database
        .sql("SELECT max(ended) FROM breaker WHERE scope = :scope AND cause = :cause")
        .param("scope", scope.word())
        .param("cause", cause.word())
        .query(Long.class)
        .optional()
        .map(Instant::ofEpochMilli);
  }

  private static Breaker breaker(ResultSet row, int number) throws SQLException {
    return new Breaker(
        row.getLong("id"),
        BreakerScope.of(row.getString("scope")).orElseThrow(),
        Breaker.Cause.of(row.getString("cause")),
        row.getInt("n"),
        Instant.ofEpochMilli(row.getLong("since")));
  }
}
