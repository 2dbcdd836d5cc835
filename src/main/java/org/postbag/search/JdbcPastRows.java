package org.postbag.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.InflaterInputStream;
import org.postbag.classifier.text.Passage;
import org.postbag.database.Database;

/// The rows of `past_letter` (V73) that are to be indexed.
final class JdbcPastRows {
  private final Database database;

  JdbcPastRows(Database database) {
    this.database = database;
  }

  List<IndexedLetter> letters(List<Long> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : database
            .sql(
                """
                SELECT id, addresses, subject, language, content FROM past_letter
                WHERE id IN (:numbers)
                """)
            .param("numbers", numbers)
            .query(JdbcPastRows::letter)
            .list();
  }

  private static IndexedLetter letter(ResultSet row, int number) throws SQLException {
    return new IndexedLetter(
        row.getLong("id"),
        people(row.getString("addresses")),
        new Passage(
            row.getString("subject"), body(row.getBytes("content")), row.getString("language")),
        Optional.empty());
  }

  /// Each line is a header field's name, an address and a name.
  private static String people(String addresses) {
    return addresses
        .lines()
        .map(line -> line.substring(line.indexOf('\t') + 1).replace('\t', ' '))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /// The own text, or the whole body behind NUL where it differs.
  private static String body(byte[] content) {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(content))) {
      String both = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return both.substring(both.indexOf('\0') + 1);
    } catch (IOException e) {
      throw new UncheckedIOException("a past letter's text that cannot be read", e);
    }
  }

  long count() {
    return database.sql("SELECT count(*) FROM past_letter").query(Long.class).single();
  }

  Set<Long> numbers() {
    return database.sql("SELECT id FROM past_letter").query((row, _) -> row.getLong(1)).set();
  }
}
