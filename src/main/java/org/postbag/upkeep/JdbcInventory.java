package org.postbag.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;

/// Counts rows of tables. Reads them all, when somebody opens the page.
final class JdbcInventory {
  private final Database database;

  JdbcInventory(Database database) {
    this.database = database;
  }

  /// @param table one of ours; never from outside
  long count(String table) {
    return database.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  long erased() {
    return database
        .sql("SELECT count(*) FROM letter WHERE erased IS NOT NULL")
        .query(Long.class)
        .single();
  }

  List<Inventory.Held> held() {
    return database
        .sql(
            """
            SELECT s.state, count(*), min(l.received)
            FROM letter_state s JOIN letter l ON l.id = s.letter_id
            WHERE l.erased IS NULL GROUP BY s.state
            """)
        .query((row, _) ->
            new Inventory.Held(
                row.getString(1),
                row.getLong(2),
                Optional.of(Instant.ofEpochMilli(row.getLong(3)))))
        .list();
  }
}
