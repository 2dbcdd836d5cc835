package org.postbag.matching;

import java.util.List;
import org.postbag.database.Database;

/// The bytes of all kept letters, in the order of their numbers.
final class JdbcKeptTexts {
  private final Database database;

  JdbcKeptTexts(Database database) {
    this.database = database;
  }

  /// A letter's number and its bytes.
  @SuppressWarnings("ArrayRecordComponent") // letters are large, and never compared
  record Kept(long letter, byte[] rfc822) {}

  List<Kept> after(long letter, int limit) {
    return database
        .sql(
            "SELECT letter_id, rfc822 FROM letter_raw WHERE letter_id > ?"
                + " ORDER BY letter_id LIMIT ?")
        .params(letter, limit)
        .query((row, _) -> new Kept(row.getLong("letter_id"), row.getBytes("rfc822")))
        .list();
  }
}
