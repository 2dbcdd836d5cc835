package org.postbag.upkeep.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthCheck;

/// How large SQLite's write-ahead log is. It is moved into the database all the time; one that
/// grows says that something keeps the database from that, such as a program that reads it for
/// hours.
///
/// @param least size in bytes from which it is too large
public record FileSizeCheck(Path data, long least) implements HealthCheck {
  private static final String PART = "write-ahead log";
  private static final long MEBIBYTE = 1L << 20;

  /// As large as the database lets it grow, and a half.
  public FileSizeCheck(Path data) {
    this(data, 768 * MEBIBYTE);
  }

  @Override
  public List<Finding> look() {
    try {
      Path log = data.resolve("postbag.db-wal");
      long size = Files.exists(log) ? Files.size(log) : 0;
      String words = "It has %d MiB".formatted(size / MEBIBYTE);
      return List.of(
          size >= least
              ? Finding.warning(
                  PART, words + "; end programs that read the database, and restart Postbag.")
              : Finding.well(PART, words + "."));
    } catch (IOException e) {
      return List.of(Finding.warning(PART, "It cannot be read: " + e.getMessage() + "."));
    }
  }
}
