package org.postbag.upkeep.person;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;
import org.postbag.database.PackedText;
import org.postbag.email.Address;
import org.postbag.review.MatchJson;

/// Every row that belongs to a letter, with all of its columns as they are stored: what is added to
/// a table later is exported too.
final class JdbcPersonRows {
  /// By the column that has the letter's number.
  static final Map<String, String> TABLES = tables();

  /// Those whose replies are [PackedText].
  private static final Set<String> PACKED = Set.of("draft", "approval");

  private final Database database;

  JdbcPersonRows(Database database) {
    this.database = database;
  }

  private static Map<String, String> tables() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("letter", "id");
    for (String table :
        List.of(
            "letter_place",
            "letter_state",
            "draft",
            "letter_match",
            "approval",
            "attempt",
            "sent_trace",
            "topic_decision",
            "letter_sense",
            "letter_opened",
            "letter_note",
            "letter_holder",
            "letter_snooze",
            "letter_writing",
            "group_decision_member",
            "ledger_entry")) {
      tables.put(table, "letter_id");
    }
    return tables;
  }

  /// The rows of one letter, by table; tables without any are left out.
  Map<String, List<Map<String, @Nullable Object>>> of(long letter) {
    Map<String, List<Map<String, @Nullable Object>>> all = new LinkedHashMap<>();
    TABLES.forEach((table, column) -> {
      List<Map<String, @Nullable Object>> rows =
          database
              .sql("SELECT %s FROM %s t WHERE %s = :letter".formatted(all(table), table, column))
              .param("letter", letter)
              .query((row, _) -> columns(row))
              .list();
      if (!rows.isEmpty()) {
        all.put(table, rows);
      }
    });
    return all;
  }

  private static String all(String table) {
    return PACKED.contains(table) ? "t.*, " + PackedText.wordingOf("t") : "t.*";
  }

  Optional<byte[]> rfc822(long letter) {
    return database
        .sql("SELECT rfc822 FROM letter_raw WHERE letter_id = :letter")
        .param("letter", letter)
        .query((row, _) -> row.getBytes(1))
        .optional();
  }

  /// What is known of the address itself.
  Map<String, List<Map<String, @Nullable Object>>> ofAddress(Address person) {
    Map<String, List<Map<String, @Nullable Object>>> all = new LinkedHashMap<>();
    all.put(
        "refused_address",
        database.sql("SELECT * FROM refused_address").query((row, _) -> columns(row)).stream()
            .filter(row -> isOf(person, row.get("address")))
            .toList());
    all.put(
        "breaker",
        rows("SELECT * FROM breaker WHERE scope = :scope", "recipient:" + person.canonical()));
    all.put(
        "legal_hold",
        rows("SELECT * FROM legal_hold WHERE scope = :scope", "person:" + person.canonical()));
    all.put("past_letter", new JdbcPersonPast(database).rows(person));
    all.values().removeIf(List::isEmpty);
    return all;
  }

  private static boolean isOf(Address person, @Nullable Object address) {
    return Address.parse(String.valueOf(address)).filter(person::sameAs).isPresent();
  }

  private List<Map<String, @Nullable Object>> rows(String sql, String scope) {
    return database.sql(sql).param("scope", scope).query((row, _) -> columns(row)).list();
  }

  static Map<String, @Nullable Object> columns(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String column = row.getMetaData().getColumnLabel(i);
      switch (column) {
        case "packed" -> columns.put("text", PackedText.of(row).orElse(null));
        case "wording", "wording_text" -> {
          // a part of how the text is stored
        }
        case "match" -> columns.put(column, text(MatchJson.plain(row.getBytes(i))));
        default -> columns.put(column, readable(row.getObject(i)));
      }
    }
    return columns;
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /// Other bytes are numbers of a model.
  private static @Nullable Object readable(@Nullable Object value) {
    if (!(value instanceof byte[] bytes)) {
      return value;
    }
    List<Integer> numbers = new ArrayList<>();
    for (byte b : bytes) {
      numbers.add((int) b);
    }
    return numbers;
  }
}
