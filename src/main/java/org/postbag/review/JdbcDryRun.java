package org.postbag.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.ledger.State;

/// The table `dry_run`.
final class JdbcDryRun {
  private final Database database;

  JdbcDryRun(Database database) {
    this.database = database;
  }

  Optional<DryRun.Switched> find() {
    return database
        .sql("SELECT is_on, configured, since, actor FROM dry_run WHERE id = 1")
        .query((row, _) ->
            new DryRun.Switched(
                row.getInt(1) != 0,
                row.getInt(2) != 0,
                Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4)))
        .optional();
  }

  /// Keeps what was configured, where there is a row.
  void write(DryRun.Switched now) {
    database
        .sql(
            """
            INSERT INTO dry_run (id, is_on, configured, since, actor)
            VALUES (1, :isOn, :configured, :since, :actor)
            ON CONFLICT (id) DO UPDATE
              SET is_on = excluded.is_on, since = excluded.since, actor = excluded.actor
            """)
        .param("isOn", now.isOn() ? 1 : 0)
        .param("configured", now.configured() ? 1 : 0)
        .param("since", now.since().toEpochMilli())
        .param("actor", now.actor())
        .update();
  }

  void configured(boolean configured) {
    database
        .sql("UPDATE dry_run SET configured = :configured WHERE id = 1")
        .param("configured", configured ? 1 : 0)
        .update();
  }

  /// Some letters of that state.
  List<Long> letters(State state, int limit) {
    return database
        .sql(
            """
            SELECT letter_id FROM letter_state
            WHERE state = :state ORDER BY letter_id LIMIT :limit
            """)
        .param("state", state.label())
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }
}
