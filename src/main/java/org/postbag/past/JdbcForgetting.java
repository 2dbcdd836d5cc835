package org.postbag.past;

import java.util.List;
import org.postbag.database.Database;

/// Empties every table of the past. Rows that refer to others stand before these.
final class JdbcForgetting {
  static final List<String> TABLES =
      List.of(
          "past_example",
          "past_proposal",
          "past_pair",
          "past_address",
          "past_letter",
          "past_cursor",
          "past_gap");

  private final Database database;

  JdbcForgetting(Database database) {
    this.database = database;
  }

  void run() {
    database.doInTransaction(
        () -> TABLES.forEach(table -> database.sql("DELETE FROM " + table).update()));
  }
}
