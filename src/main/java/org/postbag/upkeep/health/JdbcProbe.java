package org.postbag.upkeep.health;

import org.postbag.database.Database;

/// Asks the database for as little as there is.
record JdbcProbe(Database database) {
  void ask() {
    database.sql("SELECT count(*) FROM sending_pause").query(Long.class).single();
  }
}
