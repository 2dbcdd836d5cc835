package org.postbag.sending;

import java.time.Instant;
import java.util.List;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;

/// The rows of pauses.
final class JdbcPauses {
  private static final String ALL = "all";
  private static final String MAILBOX = "mailbox:";
  private static final String TOPIC = "topic:";

  private final Database database;

  JdbcPauses(Database database) {
    this.database = database;
  }

  List<Pause> all() {
    return database
        .sql("SELECT * FROM sending_pause ORDER BY scope")
        .query((row, _) ->
            new Pause(
                scope(row.getString("scope")),
                Instant.ofEpochMilli(row.getLong("since")),
                row.getString("actor")))
        .list();
  }

  void add(Pause pause) {
    database
        .sql(
            "INSERT INTO sending_pause (scope, since, actor) VALUES (?, ?, ?)"
                + " ON CONFLICT (scope) DO NOTHING")
        .params(key(pause.scope()), pause.since().toEpochMilli(), pause.actor())
        .update();
  }

  void remove(Pause.Scope scope) {
    database.sql("DELETE FROM sending_pause WHERE scope = ?").param(key(scope)).update();
  }

  private static String key(Pause.Scope scope) {
    return switch (scope) {
      case Pause.Scope.All _ -> ALL;
      case Pause.Scope.Mailbox(String name) -> MAILBOX + name;
      case Pause.Scope.Topic(TopicId topic) -> TOPIC + topic;
    };
  }

  private static Pause.Scope scope(String key) {
    if (key.startsWith(MAILBOX)) {
      return new Pause.Scope.Mailbox(key.substring(MAILBOX.length()));
    }
    return key.startsWith(TOPIC)
        ? new Pause.Scope.Topic(new TopicId(key.substring(TOPIC.length())))
        : new Pause.Scope.All();
  }
}
