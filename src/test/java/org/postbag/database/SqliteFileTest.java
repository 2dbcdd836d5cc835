package org.postbag.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands on the disk.
class SqliteFileTest {
  private static final String INSERT =
      "INSERT INTO mailbox_cursor (mailbox, folder, uid_validity, last_uid) VALUES ('a', ?, 1, 1)";

  @TempDir Path folder;

  @Test
  void aNewFileHasLargePagesAndSaysWhoseItIs() throws IOException {
    open().close();
    byte[] file = Files.readAllBytes(folder.resolve("postbag.db"));
    // The offsets stand in SQLite's description of its file format, section 1.3.
    assertThat((file[16] & 0xff) << 8 | (file[17] & 0xff)).isEqualTo(16 * 1024);
    assertThat(new String(file, 68, 4, StandardCharsets.US_ASCII)).isEqualTo("Post");
  }

  @Test
  void aFileThatAProgramLeftEmptyIsMadeAnew() throws IOException {
    Files.createFile(folder.resolve("postbag.db"));
    try (Database database = open()) {
      database.doInTransaction(() -> database.sql(INSERT).param("b").update());
    }
    assertThat(Files.size(folder.resolve("postbag.db"))).isGreaterThan(16 * 1024);
  }

  @Test
  void whatWasCommittedIsMovedFromTheLogOnceNothingIsWritten() throws IOException {
    try (Database database = open()) {
      Path file = folder.resolve("postbag.db");
      long before = Files.size(file);
      database.doInTransaction(() -> database.sql(INSERT).param("x".repeat(200_000)).update());
      await().until(() -> Files.size(file) >= before + 200_000);
    }
  }

  private Database open() {
    return Database.open(DatabaseSettings.in(folder));
  }
}
