package org.postbag.sending;

import java.time.Instant;
import java.util.List;
import org.postbag.database.Database;

/// The table `sent_trace`: sent replies that the mailbox does not show yet.
final class JdbcSentBookkeeping {
  /// A reply that was sent, and how often its traces were tried.
  record Trace(long letter, Instant sent, int tries) {}

  private final Database database;

  JdbcSentBookkeeping(Database database) {
    this.database = database;
  }

  void add(long letter, Instant sent) {
    database
        .sql(
            """
            INSERT INTO sent_trace (letter_id, sent, next_try)
            VALUES (:letter, :sent, :sent)
            ON CONFLICT (letter_id) DO NOTHING
            """)
        .param("letter", letter)
        .param("sent", sent.toEpochMilli())
        .update();
  }

  List<Trace> due(Instant now, int limit) {
    return database
        .sql(
            """
            SELECT * FROM sent_trace
            WHERE next_try <= :now
            ORDER BY next_try, letter_id LIMIT :limit
            """)
        .param("now", now.toEpochMilli())
        .param("limit", limit)
        .query((row, _) ->
            new Trace(
                row.getLong("letter_id"),
                Instant.ofEpochMilli(row.getLong("sent")),
                row.getInt("tries")))
        .list();
  }

  void later(long letter, Instant next) {
    database
        .sql("UPDATE sent_trace SET tries = tries + 1, next_try = :next WHERE letter_id = :letter")
        .param("next", next.toEpochMilli())
        .param("letter", letter)
        .update();
  }

  /// Makes those of a mailbox due now that are to be tried later.
  ///
  /// @return how many
  int hasten(String mailbox, Instant now) {
    return database
        .sql(
            """
            UPDATE sent_trace SET next_try = :now
            WHERE next_try > :now AND letter_id IN (SELECT id FROM letter WHERE mailbox = :mailbox)
            """)
        .param("now", now.toEpochMilli())
        .param("mailbox", mailbox)
        .update();
  }

  void done(long letter) {
    database
        .sql("DELETE FROM sent_trace WHERE letter_id = :letter")
        .param("letter", letter)
        .update();
  }
}
