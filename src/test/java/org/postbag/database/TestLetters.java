package org.postbag.database;

import java.nio.charset.StandardCharsets;

/// Rows of kept letters, for tests of rooms that only need a letter to exist.
public final class TestLetters {
  private TestLetters() {}

  /// Keeps an empty letter in the mailbox `office` and returns its number.
  public static long keep(Database database) {
    return database.inTransaction(() ->
        database
            .sql(
                "INSERT INTO letter (mailbox, folder, uid_validity, uid, content_hash, received,"
                    + " kept, size) VALUES ('office', 'INBOX', 1,"
                    + " (SELECT COALESCE(MAX(uid), 0) + 1 FROM letter"
                    + "   WHERE mailbox = 'office' AND folder = 'INBOX' AND uid_validity = 1),"
                    + " 'hash', 0, 0, 0) RETURNING id")
            .query(Long.class)
            .single());
  }

  /// Keeps a letter of that writer and text.
  public static long keep(Database database, String from, String subject, String text) {
    String letter = "From: %s\nSubject: %s\n\n%s\n".formatted(from, subject, text);
    byte[] bytes = letter.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    return database.inTransaction(() -> {
      long number = keep(database);
      database
          .sql("INSERT INTO letter_raw (letter_id, rfc822) VALUES (?, ?)")
          .params(number, bytes)
          .update();
      return number;
    });
  }
}
