package org.postbag.upkeep.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;
import org.postbag.email.Address;

/// What the tables of the office's past (V73) hold on a person: every letter that names them in its
/// header.
final class JdbcPersonPast {
  private static final int AT_ONCE = 500;

  private final Database database;

  JdbcPersonPast(Database database) {
    this.database = database;
  }

  /// By the index `past_address_canonical`.
  List<Long> of(Address person) {
    return database
        .sql("SELECT past_id FROM past_address WHERE canonical = :person ORDER BY past_id")
        .param("person", person.canonical().toString())
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /// Rows that refer to others go first. Nothing stays: a past letter has no place in any account.
  void erase(List<Long> letters) {
    for (int from = 0; from < letters.size(); from += AT_ONCE) {
      List<Long> some = letters.subList(from, Math.min(from + AT_ONCE, letters.size()));
      delete("DELETE FROM past_pair WHERE reply_id IN (:letters)", some);
      delete("DELETE FROM past_pair WHERE received_id IN (:letters)", some);
      delete("DELETE FROM past_address WHERE past_id IN (:letters)", some);
      delete("DELETE FROM past_letter WHERE id IN (:letters)", some);
    }
  }

  private void delete(String sql, List<Long> letters) {
    database.sql(sql).param("letters", letters).update();
  }

  /// Their rows, with all columns.
  List<Map<String, @Nullable Object>> rows(Address person) {
    return of(person).stream().map(this::row).toList();
  }

  private Map<String, @Nullable Object> row(long letter) {
    Map<String, @Nullable Object> row =
        new LinkedHashMap<>(
            database
                .sql("SELECT * FROM past_letter WHERE id = :letter")
                .param("letter", letter)
                .query((found, _) -> JdbcPersonRows.columns(found))
                .single());
    row.put("state", "past");
    return row;
  }
}
