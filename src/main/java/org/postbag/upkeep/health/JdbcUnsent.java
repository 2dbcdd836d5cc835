package org.postbag.upkeep.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postbag.database.Database;

/// The replies that are approved, past their undo window, and not sent.
final class JdbcUnsent {
  /// No reply is tried again later than that; the bound lets the index be used.
  private static final Duration LONGEST_WAIT = Duration.ofDays(60);

  private final Database database;

  JdbcUnsent(Database database) {
    this.database = database;
  }

  /// @param oldest when the oldest of them was approved
  record Unsent(long replies, Optional<Instant> oldest) {}

  /// @param approvedBefore only those; later ones may be in their undo window
  Unsent at(Instant approvedBefore) {
    return database
        .sql(
            """
            SELECT count(*), min(a.at)
            FROM approval a CROSS JOIN letter_state s
            WHERE a.waits = 1 AND a.undone = 0 AND a.release_at <= :far AND a.at <= :before
              AND s.letter_id = a.letter_id AND s.state = 'approved'
            """)
        .param("far", approvedBefore.plus(LONGEST_WAIT).toEpochMilli())
        .param("before", approvedBefore.toEpochMilli())
        .query((row, _) ->
            new Unsent(
                row.getLong(1),
                row.getLong(1) == 0
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli(row.getLong(2)))))
        .single();
  }
}
