package org.postbag.upkeep.backup;

import org.postbag.database.Database;

/// The tables `staff_session` and `staff_link`: who is signed in, and links that sign in. A
/// restored copy is not to know them.
final class JdbcSignIns {
  private final Database database;

  JdbcSignIns(Database database) {
    this.database = database;
  }

  void end() {
    database.doInTransaction(() -> {
      database.sql("DELETE FROM staff_session").update();
      database.sql("DELETE FROM staff_link").update();
    });
  }
}
