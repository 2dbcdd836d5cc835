package org.postbag.sending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;

class SqliteInterleavingIT implements InterleavingContract {
  private final Database database = Database.open(DatabaseSettings.in(folder()));

  /// In memory where the machine has such a folder: orders are tried here, not disks.
  private static Path folder() {
    Path memory = Path.of("/dev/shm");
    try {
      return Files.isDirectory(memory)
          ? Files.createTempDirectory(memory, "postbag")
          : Files.createTempDirectory("postbag");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public Database database() {
    return database;
  }

  @Override
  public int letters() {
    return Integer.getInteger("postbag.interleavings", 10_000);
  }

  @AfterEach
  void close() {
    database.close();
  }
}
