package org.postbag.sending;

import java.time.Instant;
import java.util.List;
import org.postbag.database.Database;

/// The rows of pauses.
final class JdbcPauses {
  private final Database database;

  JdbcPauses(Database database) {
    this.database = database;
  }

  List<Pause> all() {
    return database
        .sql("SELECT * FROM sending_pause ORDER BY scope")
        .query((row, _) ->
            new Pause(
                Pause.Scope.of(row.getString("scope")).orElseThrow(),
                Instant.ofEpochMilli(row.getLong("since")),
                row.getString("actor")))
        .list();
  }

  void add(Pause pause) {
    database
        .sql(
            "INSERT INTO sending_pause (scope, since, actor) VALUES (?, ?, ?)"
                + " ON CONFLICT (scope) DO NOTHING")
        .params(pause.scope().word(), pause.since().toEpochMilli(), pause.actor())
        .update();
  }

  void remove(Pause.Scope scope) {
    database.sql("DELETE FROM sending_pause WHERE scope = ?").param(scope.word()).update();
  }
}
