package org.postbag.upkeep.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;

/// The table `row_seal`, and the tables whose rows it has the seals of.
final class JdbcSeals {
  /// A table with seals.
  ///
  /// @param place its number in `row_seal`, as the triggers of V72 have it
  record Table(int place, String name, String key) {}

  static final List<Table> TABLES =
      List.of(
          new Table(1, "draft", "letter_id"),
          new Table(2, "letter_match", "letter_id"),
          new Table(3, "campaign", "number"),
          new Table(4, "letter", "id"),
          new Table(5, "letter_state", "letter_id"),
          new Table(6, "approval", "id"),
          new Table(7, "attempt", "id"),
          new Table(8, "topic_decision", "id"),
          new Table(9, "letter_sense", "letter_id"),
          new Table(10, "group_decision", "id"),
          new Table(11, "refused_lesson", "id"),
          new Table(12, "topic_lesson", "id"),
          new Table(13, "flyway_schema_history", "installed_rank"),
          new Table(14, "breaker", "id"),
          new Table(15, "dry_run", "id"),
          new Table(16, "reply_wording", "id"));

  /// A row of any table.
  record Row(long id, List<@Nullable Object> columns) {}

  /// A row with its seal.
  @SuppressWarnings("ArrayRecordComponent") // compared by Arrays.equals
  record Sealed(Row row, byte[] hash) {}

  private final Database database;

  JdbcSeals(Database database) {
    this.database = database;
  }

  List<Row> unsealed(Table table, long after, int limit) {
    return database
        .sql(
            """
            SELECT t.%2$s, t.* FROM %1$s t
            WHERE t.%2$s > :after
              AND NOT EXISTS (SELECT 1 FROM row_seal s WHERE s.place = :place AND s.id = t.%2$s)
            ORDER BY t.%2$s LIMIT :limit
            """
                .formatted(table.name(), table.key()))
        .param("place", table.place())
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> row(row, 2))
        .list();
  }

  List<Sealed> sealed(Table table, long after, int limit) {
    return database
        .sql(
            """
            SELECT s.id, s.hash, t.* FROM row_seal s CROSS JOIN %1$s t ON t.%2$s = s.id
            WHERE s.place = :place AND s.id > :after ORDER BY s.id LIMIT :limit
            """
                .formatted(table.name(), table.key()))
        .param("place", table.place())
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> new Sealed(row(row, 3), row.getBytes(2)))
        .list();
  }

  /// A seal whose row is gone without a trigger.
  Optional<Long> firstWithoutRow(Table table) {
    return database
        .sql(
            """
            SELECT s.id FROM row_seal s
            WHERE s.place = :place AND NOT EXISTS (SELECT 1 FROM %1$s t WHERE t.%2$s = s.id)
            ORDER BY s.id LIMIT 1
            """
                .formatted(table.name(), table.key()))
        .param("place", table.place())
        .query(Long.class)
        .optional();
  }

  void seal(Table table, long id, byte[] hash) {
    database
        .sql(
            """
            INSERT INTO row_seal (place, id, hash) VALUES (:place, :id, :hash)
            ON CONFLICT (place, id) DO UPDATE SET hash = excluded.hash
            """)
        .param("place", table.place())
        .param("id", id)
        .param("hash", hash)
        .update();
  }

  private static Row row(ResultSet row, int from) throws SQLException {
    List<@Nullable Object> columns = new ArrayList<>();
    for (int column = from; column <= row.getMetaData().getColumnCount(); column++) {
      columns.add(row.getObject(column));
    }
    return new Row(row.getLong(1), columns);
  }
}
