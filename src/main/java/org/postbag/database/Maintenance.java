package org.postbag.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What an administrator does with the database as a whole: copy it, check it, take free space out
/// of it. Each of these reads all of it.
public final class Maintenance {
  /// The tables whose rows are deleted when letters are erased.
  private static final List<String> ERASED_FROM =
      List.of(
          "letter",
          "letter_raw",
          "draft",
          "approval",
          "attempt",
          "letter_match",
          "letter_sense",
          "letter_opened",
          "group_sample",
          "sent_trace",
          "campaign",
          "refused_address",
          "breaker",
          "past_letter",
          "past_address",
          "past_pair",
          "past_example");

  private static final int MOST_FAULTS = 20;

  /// How long it waits for those who write and read.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Database database;

  public Maintenance(Database database) {
    this.database = database;
  }

  /// How SQLite's file is used.
  ///
  /// @param free pages that hold no row
  public record PageUse(long pages, long free, long pageSize) {}

  /// Writes a compact and consistent copy of a SQLite database while others read and write it.
  ///
  /// @param file must not exist
  public void copyTo(Path file) {
    database.sql("VACUUM INTO :file").param("file", file.toString()).update();
  }

  /// What SQLite finds wrong with the structure of the file: pages, indexes, references between
  /// tables; empty when nothing is. PostgreSQL checks its pages itself (data checksums).
  public List<String> faults() {
    if (!database.isSqlite()) {
      return List.of();
    }
    List<String> faults = new ArrayList<>();
    faults.addAll(
        database
            .sql("PRAGMA integrity_check(" + MOST_FAULTS + ")")
            .query((row, _) -> row.getString(1))
            .list());
    faults.remove("ok");
    database
        .sql("PRAGMA foreign_key_check")
        .query((row, _) ->
            "a row of %s refers to none of %s".formatted(row.getString(1), row.getString(3)))
        .stream()
        .limit(MOST_FAULTS)
        .forEach(faults::add);
    return faults;
  }

  /// The pages of SQLite's file; all zero for PostgreSQL.
  public PageUse pages() {
    return database.isSqlite()
        ? new PageUse(pragma("page_count"), pragma("freelist_count"), pragma("page_size"))
        : new PageUse(0, 0, 0);
  }

  private long pragma(String name) {
    return database.sql("PRAGMA " + name).query((row, _) -> row.getLong(1)).single();
  }

  /// Writes the database again without anything that was deleted: neither free pages nor the log
  /// hold it afterwards. Writers wait meanwhile.
  ///
  /// `secure_delete` alone is not enough: a row that SQLite moved to another page when it balanced
  /// the tree leaves its bytes in the first page's unused middle.
  public void compact() {
    if (database.isSqlite()) {
      database.alone(Maintenance::compact);
      return;
    }
    ERASED_FROM.forEach(table -> database.outsideOfTransactions("VACUUM (FULL) " + table).update());
  }

  private static void compact(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + PATIENCE.toMillis());
      statement.execute("VACUUM");
      emptyLog(statement);
    }
  }

  /// The log can only be cut while nobody reads from it; readers are given time to end.
  private static void emptyLog(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      if (row.next() && row.getInt(1) != 0) {
        throw new SQLException(
            "the log of the database cannot be emptied, because it is being read; try again");
      }
    }
  }
}
