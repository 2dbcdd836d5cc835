package org.postbag.review.handling;

import java.time.Instant;
import java.util.Optional;
import org.postbag.database.Database;

/// The table `letter_writing`.
final class JdbcWritings {
  private final Database database;

  JdbcWritings(Database database) {
    this.database = database;
  }

  boolean write(long letter, String member, Writing writing) {
    return database
            .sql(
                """
                INSERT INTO letter_writing
                  (letter_id, member, version, kind, source, subject, text, at)
                SELECT id, :member, :version, :kind, :source, :subject, :text, :at
                FROM letter WHERE id = :letter
                ON CONFLICT (letter_id, member) DO UPDATE SET version = excluded.version,
                  kind = excluded.kind, source = excluded.source, subject = excluded.subject,
                  text = excluded.text, at = excluded.at
                """)
            .param("letter", letter)
            .param("member", member)
            .param("version", writing.version())
            .param("kind", writing.kind().word())
            .param("source", writing.source())
            .param("subject", writing.subject())
            .param("text", writing.text())
            .param("at", writing.at().toEpochMilli())
            .update()
        == 1;
  }

  void delete(long letter, String member) {
    database
        .sql("DELETE FROM letter_writing WHERE letter_id = :letter AND member = :member")
        .param("letter", letter)
        .param("member", member)
        .update();
  }

  Optional<Writing> of(long letter, String member) {
    return database
        .sql("SELECT * FROM letter_writing WHERE letter_id = :letter AND member = :member")
        .param("letter", letter)
        .param("member", member)
        .query((row, _) ->
            new Writing(
                row.getInt("version"),
                Writing.Kind.of(row.getString("kind")),
                row.getString("source"),
                row.getString("subject"),
                row.getString("text"),
                Instant.ofEpochMilli(row.getLong("at"))))
        .optional();
  }
}
