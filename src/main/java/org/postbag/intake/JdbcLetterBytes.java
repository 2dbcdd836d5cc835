package org.postbag.intake;

import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;

/// The bytes in the table `letter_raw` beside the hash that `letter` has of them.
final class JdbcLetterBytes {
  /// A letter's bytes.
  ///
  /// @param contentHash as it was noted when the letter was collected
  @SuppressWarnings("ArrayRecordComponent") // letters are large, and never compared
  record Row(long id, String contentHash, byte[] rfc822) {}

  private final Database database;

  JdbcLetterBytes(Database database) {
    this.database = database;
  }

  List<Row> after(long id, int limit) {
    return database
        .sql(
            """
            SELECT l.id, l.content_hash, r.rfc822
            FROM letter l JOIN letter_raw r ON r.letter_id = l.id
            WHERE l.id > :id ORDER BY l.id LIMIT :limit
            """)
        .param("id", id)
        .param("limit", limit)
        .query((row, _) -> new Row(row.getLong(1), row.getString(2), row.getBytes(3)))
        .list();
  }

  Optional<Long> firstWithoutBytes() {
    return database
        .sql(
            """
            SELECT l.id FROM letter l
            WHERE l.erased IS NULL
              AND NOT EXISTS (SELECT 1 FROM letter_raw r WHERE r.letter_id = l.id)
            ORDER BY l.id LIMIT 1
            """)
        .query(Long.class)
        .optional();
  }

  long letters() {
    return database.sql("SELECT count(*) FROM letter_raw").query(Long.class).single();
  }
}
