package org.postbag.review.handling;

import java.time.Instant;
import java.util.List;
import org.postbag.database.Database;

/// The table `letter_note`.
final class JdbcNotes {
  private static final int MOST = 200;

  private final Database database;

  JdbcNotes(Database database) {
    this.database = database;
  }

  void insert(long letter, String text, String actor, Instant at) {
    database
        .sql(
            """
            INSERT INTO letter_note (letter_id, at, actor, text)
            VALUES (:letter, :at, :actor, :text)
            """)
        .param("letter", letter)
        .param("at", at.toEpochMilli())
        .param("actor", actor)
        .param("text", text)
        .update();
  }

  List<Note> of(long letter) {
    return database
        .sql(
            """
            SELECT id, at, actor, text FROM letter_note
            WHERE letter_id = :letter ORDER BY id LIMIT :most
            """)
        .param("letter", letter)
        .param("most", MOST)
        .query((row, _) ->
            new Note(
                row.getLong("id"),
                letter,
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("actor"),
                row.getString("text")))
        .list();
  }
}
