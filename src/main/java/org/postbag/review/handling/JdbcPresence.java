package org.postbag.review.handling;

import java.time.Instant;
import java.util.List;
import org.postbag.database.Database;

/// The table `letter_reader`.
final class JdbcPresence {
  private final Database database;

  JdbcPresence(Database database) {
    this.database = database;
  }

  void forget(long letter, Instant now) {
    database
        .sql("DELETE FROM letter_reader WHERE letter_id = :letter AND until_at <= :now")
        .param("letter", letter)
        .param("now", now.toEpochMilli())
        .update();
  }

  void write(long letter, String member, Instant until) {
    database
        .sql(
            """
            INSERT INTO letter_reader (letter_id, member, until_at)
            SELECT id, :member, :until FROM letter WHERE id = :letter
            ON CONFLICT (letter_id, member) DO UPDATE SET until_at = excluded.until_at
            """)
        .param("letter", letter)
        .param("member", member)
        .param("until", until.toEpochMilli())
        .update();
  }

  void delete(long letter, String member) {
    database
        .sql("DELETE FROM letter_reader WHERE letter_id = :letter AND member = :member")
        .param("letter", letter)
        .param("member", member)
        .update();
  }

  List<String> others(long letter, String member, Instant now) {
    return database
        .sql(
            """
            SELECT member FROM letter_reader
            WHERE letter_id = :letter AND member <> :member AND until_at > :now ORDER BY member
            """)
        .param("letter", letter)
        .param("member", member)
        .param("now", now.toEpochMilli())
        .query((row, _) -> row.getString(1))
        .list();
  }
}
