package org.postbag.upkeep.person;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;
import org.postbag.email.Address;

/// Every row that belongs to a letter, with all of its columns as they are stored: what is added to
/// a table later is exported too.
final class JdbcPersonRows {
  /// By the column that has the letter's number.
  static final Map<String, String> TABLES = tables();

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
              .sql("SELECT * FROM %s WHERE %s = :letter".formatted(table, column))
              .param("letter", letter)
              .query((row, _) -> columns(row))
              .list();
      if (!rows.isEmpty()) {
        all.put(table, rows);
      }
    });
    return all;
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
      columns.put(row.getMetaData().getColumnLabel(i), readable(row.getObject(i)));
    }
    return columns;
  }

  /// A match is stored in the zlib format (RFC 1950); other bytes are numbers of a model.
  private static @Nullable Object readable(@Nullable Object value) {
    if (!(value instanceof byte[] bytes)) {
      return value;
    }
    if (bytes.length > 1 && bytes[0] == 0x78) {
      try (InflaterInputStream inflater =
          new InflaterInputStream(new ByteArrayInputStream(bytes))) {
        return new String(inflater.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException("a match that cannot be read", e);
      }
    }
    List<Integer> numbers = new ArrayList<>();
    for (byte b : bytes) {
      numbers.add((int) b);
    }
    return bytes.length > 0 && bytes[0] == '{'
        ? new String(bytes, StandardCharsets.UTF_8)
        : numbers;
  }
}
