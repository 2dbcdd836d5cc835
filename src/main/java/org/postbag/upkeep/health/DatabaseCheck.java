package org.postbag.upkeep.health;

import java.util.List;
import org.postbag.database.Database;
import org.postbag.database.DatabaseAway;

/// Whether the database answers.
public final class DatabaseCheck implements HealthCheck {
  static final String PART = "database";

  private final Database database;
  private final JdbcProbe probe;

  public DatabaseCheck(Database database) {
    this.database = database;
    this.probe = new JdbcProbe(database);
  }

  @Override
  public List<Finding> look() {
    try {
      probe.ask();
      return List.of(
          Finding.well(PART, (database.isSqlite() ? "SQLite" : "PostgreSQL") + " answers."));
    } catch (RuntimeException e) {
      String why = DatabaseAway.reason(e).orElseGet(() -> "it cannot be read");
      return List.of(
          Finding.down(PART, "Nothing can be kept or sent: " + why + ". Start or mend it."));
    }
  }
}
