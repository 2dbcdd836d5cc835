package org.postbag.review;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postbag.database.Database;
import org.postbag.ledger.Actor;

/// The table `letter_snooze`.
final class JdbcSnoozes {
  private final Database database;

  JdbcSnoozes(Database database) {
    this.database = database;
  }

  void write(long letter, Instant until, Actor by) {
    database
        .sql(
            """
            INSERT INTO letter_snooze (letter_id, until_at, actor) VALUES (:letter, :until, :actor)
            ON CONFLICT (letter_id) DO UPDATE SET until_at = excluded.until_at,
              actor = excluded.actor
            """)
        .param("letter", letter)
        .param("until", until.toEpochMilli())
        .param("actor", by.name())
        .update();
  }

  void delete(long letter) {
    database
        .sql("DELETE FROM letter_snooze WHERE letter_id = :letter")
        .param("letter", letter)
        .update();
  }

  List<Long> due(Instant now, int limit) {
    return database
        .sql(
            """
            SELECT letter_id FROM letter_snooze WHERE until_at <= :now
            ORDER BY until_at, letter_id LIMIT :limit
            """)
        .param("now", now.toEpochMilli())
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  Map<Long, Instant> until(Collection<Long> letters) {
    Map<Long, Instant> until = new HashMap<>();
    if (!letters.isEmpty()) {
      database
          .sql("SELECT letter_id, until_at FROM letter_snooze WHERE letter_id IN (:letters)")
          .param("letters", letters)
          .query((row, _) -> until.put(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))))
          .list();
    }
    return until;
  }
}
