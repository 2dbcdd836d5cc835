package org.postbag.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postbag.database.Database;
import org.postbag.email.Headers;
import org.postbag.email.LetterReader;

/// The header fields of the newest kept letters.
final class JdbcNewestHeaders {
  private static final int LETTERS = 200;

  /// What a server adds stands at the top.
  private static final int OCTETS = 16_384;

  private final Database database;

  JdbcNewestHeaders(Database database) {
    this.database = database;
  }

  private record Row(String mailbox, Headers headers) {}

  /// Of the last two hundred letters, by mailbox.
  Map<String, List<Headers>> byMailbox() {
    Map<String, List<Headers>> found = new HashMap<>();
    for (Row row : rows()) {
      found.computeIfAbsent(row.mailbox(), _ -> new ArrayList<>()).add(row.headers());
    }
    return found;
  }

  private List<Row> rows() {
    return database
        .sql(
            """
            SELECT l.mailbox, substr(r.rfc822, 1, :octets) AS top
            FROM letter l JOIN letter_raw r ON r.letter_id = l.id
            ORDER BY l.id DESC LIMIT :letters
            """)
        .param("octets", OCTETS)
        .param("letters", LETTERS)
        .query((row, _) ->
            new Row(row.getString("mailbox"), LetterReader.headers(row.getBytes("top"))))
        .list();
  }
}
