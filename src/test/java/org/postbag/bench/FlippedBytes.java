package org.postbag.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.upkeep.verify.Seals;
import org.postbag.upkeep.verify.Verification;

/// Changes one byte after another in the file of a database, and asks `verify` each time. What it
/// does not find is compared row by row with the original: there, nothing may differ.
public final class FlippedBytes {
  private final Path folder;
  private final byte[] whole;
  private final List<String> rows;

  /// What became of the bytes.
  ///
  /// @param found damage that was named
  /// @param harmless bytes that belong to no row: every row reads as before
  /// @param missed a row reads otherwise, and nothing was named
  public record Result(int found, int harmless, List<String> missed) {}

  /// @param folder is used as a data folder with that many letters
  public FlippedBytes(Path folder, int letters) throws IOException {
    this.folder = folder;
    var _ = new FilledOffice(folder.resolve("filled"), letters).settings();
    Path data = folder.resolve("filled/data");
    try (Database database = Database.open(DatabaseSettings.in(data))) {
      hash(database);
      new Seals(database).sealNew();
      List<String> faults = faults(database, data);
      if (!faults.isEmpty()) {
        throw new IllegalStateException("before anything was changed: " + faults);
      }
      this.rows = rows(database);
    }
    this.whole = Files.readAllBytes(data.resolve("postbag.db"));
  }

  /// The letters of the filled office have no hash of their bytes.
  private static void hash(Database database) {
    database.doInTransaction(() -> {
      for (long id : database.sql("SELECT id FROM letter").query(Long.class).list()) {
        byte[] bytes =
            database
                .sql("SELECT rfc822 FROM letter_raw WHERE letter_id = ?")
                .param(id)
                .query((row, _) -> row.getBytes(1))
                .single();
        database
            .sql("UPDATE letter SET content_hash = ? WHERE id = ?")
            .params(HexFormat.of().formatHex(sha256().digest(bytes)), id)
            .update();
      }
    });
  }

  /// Changes that many bytes, each in a copy of its own.
  public Result run(int bytes, Random random) throws IOException {
    int found = 0;
    int harmless = 0;
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < bytes; i++) {
      int at = random.nextInt(whole.length);
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Path data = folder.resolve("damaged");
      write(data, damaged);
      String outcome = outcome(data);
      switch (outcome) {
        case "found" -> found++;
        case "harmless" -> harmless++;
        default -> missed.add("byte %d: %s".formatted(at, outcome));
      }
    }
    return new Result(found, harmless, missed);
  }

  private static void write(Path data, byte[] file) throws IOException {
    Files.createDirectories(data);
    for (String beside : List.of("postbag.db-wal", "postbag.db-shm")) {
      Files.deleteIfExists(data.resolve(beside));
    }
    Files.write(data.resolve("postbag.db"), file);
  }

  private String outcome(Path data) {
    try (Database database = Database.open(DatabaseSettings.in(data))) {
      if (!faults(database, data).isEmpty()) {
        return "found";
      }
      List<String> now = rows(database);
      for (String row : now) {
        if (!rows.contains(row)) {
          return row;
        }
      }
      return now.size() == rows.size() ? "harmless" : "a row is missing";
    } catch (RuntimeException e) {
      // It does not even open.
      return "found";
    }
  }

  private static List<String> faults(Database database, Path data) {
    return new Verification(database, data, InstantSource.system()).rows();
  }

  /// Each table by the hash of all of its rows.
  private static List<String> rows(Database database) {
    List<String> tables =
        database
            .sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            .query((row, _) -> row.getString(1))
            .list();
    return tables.stream().map(table -> table + " " + content(database, table)).toList();
  }

  private static String content(Database database, String table) {
    MessageDigest digest = sha256();
    database
        .sql("SELECT * FROM " + table)
        .query((row, _) -> {
          for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            byte[] bytes = row.getBytes(column);
            digest.update(bytes == null ? new byte[0] : bytes);
            digest.update((byte) ';');
          }
          return 0;
        })
        .list();
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
