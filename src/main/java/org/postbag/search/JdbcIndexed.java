package org.postbag.search;

import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.PackedText;

/// The rows to be indexed.
final class JdbcIndexed {
  private final Database database;

  JdbcIndexed(Database database) {
    this.database = database;
  }

  /// A letter's bytes.
  @SuppressWarnings("ArrayRecordComponent") // letters are large, and never compared
  record Raw(long letter, byte[] rfc822) {}

  /// A decision on a letter; no topic: none fits.
  ///
  /// @param reply the reply approved last, as far as nobody took it back
  record Decided(long letter, Optional<TopicId> topic, Optional<String> reply) {}

  Optional<Raw> letter(long letter) {
    return database
        .sql("SELECT letter_id, rfc822 FROM letter_raw WHERE letter_id = :letter")
        .param("letter", letter)
        .query((row, _) -> new Raw(row.getLong(1), row.getBytes(2)))
        .optional();
  }

  Optional<Decided> decision(long number) {
    return database
        .sql(
            """
            SELECT t.letter_id, t.topic, a.text, a.packed, %s
            FROM topic_decision t LEFT JOIN approval a ON a.id = (
              SELECT b.id FROM approval b WHERE b.letter_id = t.letter_id AND b.undone = 0
              ORDER BY b.id DESC LIMIT 1)
            WHERE t.id = :id
            """
                .formatted(PackedText.wordingOf("a")))
        .param("id", number)
        .query((row, _) ->
            new Decided(
                row.getLong(1),
                Optional.ofNullable(row.getString(2)).map(TopicId::new),
                PackedText.of(row)))
        .optional();
  }

  long letters() {
    return database.sql("SELECT coalesce(sum(n), 0) FROM letter_count").query(Long.class).single();
  }
}
