package org.postbag.sending;

import java.time.Instant;
import java.util.List;
import org.postbag.database.Database;

/// The table `sending_pause`.
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
            """
            INSERT INTO sending_pause (scope, since, actor)
            VALUES (:scope, :since, :actor)
            ON CONFLICT (scope) DO NOTHING
            """)
        .param("scope", pause.scope().word())
        .param("since", pause.since().toEpochMilli())
        .param("actor", pause.actor())
        .update();
  }

  void remove(Pause.Scope scope) {
    database
        .sql("DELETE FROM sending_pause WHERE scope = :scope")
        .param("scope", scope.word())
        .update();
  }
}
