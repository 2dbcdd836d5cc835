package org.postbag.upkeep.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;

/// A checksum of each row that has none otherwise, because SQLite notices damage to the structure
/// of its file and none to what stands in a row.
///
/// A row that is written loses its seal by a trigger, and gets a new one here later. A byte that
/// changed on the disk fires no trigger: then row and seal differ. Without effect on PostgreSQL,
/// which has checksums of its pages.
public final class Seals {
  private static final int PAGE = 500;

  /// Eight bytes: two different rows pass for the same once in 2^64.
  private static final int LENGTH = 8;

  private final Database database;
  private final JdbcSeals rows;

  public Seals(Database database) {
    this.database = database;
    this.rows = new JdbcSeals(database);
  }

  /// Seals every row that was written since the last time.
  ///
  /// @return how many
  public int sealNew() {
    return database.isSqlite() ? JdbcSeals.TABLES.stream().mapToInt(this::sealNew).sum() : 0;
  }

  private int sealNew(JdbcSeals.Table table) {
    int sealed = 0;
    long last = Long.MIN_VALUE;
    for (List<JdbcSeals.Row> page = sealPage(table, last);
        !page.isEmpty();
        page = sealPage(table, last)) {
      sealed += page.size();
      last = page.getLast().id();
    }
    return sealed;
  }

  private List<JdbcSeals.Row> sealPage(JdbcSeals.Table table, long after) {
    return database.inTransaction(() -> {
      List<JdbcSeals.Row> unsealed = rows.unsealed(table, after, PAGE);
      unsealed.forEach(row -> rows.seal(table, row.id(), hash(row.columns())));
      return unsealed;
    });
  }

  /// The first row that is not what was sealed, in words.
  Optional<String> firstBroken() {
    return database.isSqlite()
        ? JdbcSeals.TABLES.stream().flatMap(table -> firstBroken(table).stream()).findFirst()
        : Optional.empty();
  }

  private Optional<String> firstBroken(JdbcSeals.Table table) {
    long last = Long.MIN_VALUE;
    for (List<JdbcSeals.Sealed> page = rows.sealed(table, last, PAGE);
        !page.isEmpty();
        page = rows.sealed(table, last, PAGE)) {
      for (JdbcSeals.Sealed row : page) {
        if (!Arrays.equals(hash(row.row().columns()), row.hash())) {
          return Optional.of(
              "row %d of the table %s is not what was written"
                  .formatted(row.row().id(), table.name()));
        }
      }
      last = page.getLast().row().id();
    }
    return rows.firstWithoutRow(table)
        .map(id -> "row %d of the table %s is missing".formatted(id, table.name()));
  }

  /// Each column is preceded by its type and length, so that no two rows hash alike by moving text
  /// from one column to the next.
  private static byte[] hash(List<@Nullable Object> columns) {
    MessageDigest digest = sha256();
    for (@Nullable Object column : columns) {
      byte[] bytes =
          column instanceof byte[] blob
              ? blob
              : String.valueOf(column).getBytes(StandardCharsets.UTF_8);
      String kind = column == null ? "null" : column instanceof byte[] ? "blob" : "text";
      digest.update((kind + bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return Arrays.copyOf(digest.digest(), LENGTH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
