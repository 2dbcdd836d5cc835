package org.postbag.sending;

import java.time.Instant;
import java.util.List;
import org.postbag.database.Database;

/// The rows of sent replies whose traces in the mailbox are still to be made.
final class JdbcTraces {
  /// A reply that left, and how often its traces were tried.
  record Trace(long letter, Instant sent, int tries) {}

  private final Database database;

  JdbcTraces(Database database) {
    this.database = database;
  }

  void add(long letter, Instant sent) {
    database
        .sql(
            "INSERT INTO sent_trace (letter_id, sent, next_try) VALUES (?, ?, ?)"
                + " ON CONFLICT (letter_id) DO NOTHING")
        .params(letter, sent.toEpochMilli(), sent.toEpochMilli())
        .update();
  }

  List<Trace> due(Instant now, int limit) {
    return database
        .sql("SELECT * FROM sent_trace WHERE next_try <= ? ORDER BY next_try, letter_id LIMIT ?")
        .params(now.toEpochMilli(), limit)
        .query((row, _) ->
            new Trace(
                row.getLong("letter_id"),
                Instant.ofEpochMilli(row.getLong("sent")),
                row.getInt("tries")))
        .list();
  }

  void later(long letter, Instant next) {
    database
        .sql("UPDATE sent_trace SET tries = tries + 1, next_try = ? WHERE letter_id = ?")
        .params(next.toEpochMilli(), letter)
        .update();
  }

  void done(long letter) {
    database.sql("DELETE FROM sent_trace WHERE letter_id = ?").param(letter).update();
  }
}
