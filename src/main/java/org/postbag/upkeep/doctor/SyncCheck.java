package org.postbag.upkeep.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.postbag.catalog.Unusable;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthCheck;

/// How long the disk takes to make a write durable: each batch of letters waits for that once.
///
/// @param nanoTime as [System#nanoTime]
public record SyncCheck(Path data, LongSupplier nanoTime) implements HealthCheck {
  private static final String PART = "disk's sync";
  private static final int TIMES = 9;
  private static final Duration SLOW = Duration.ofMillis(50);

  @Override
  public List<Finding> look() {
    if (!Files.isDirectory(data)) {
      return List.of();
    }
    try {
      Duration median = median();
      String words = "A write is durable after %d ms".formatted(median.toMillis());
      return List.of(
          median.compareTo(SLOW) > 0
              ? Finding.warning(
                  PART,
                  words + ", which is slow; a network drive or a worn disk is no place for it.")
              : Finding.well(PART, words + "."));
    } catch (IOException e) {
      return List.of(Finding.down(PART, Unusable.of(data, e) + "."));
    }
  }

  private Duration median() throws IOException {
    Path probe = data.resolve("doctor.probe");
    long[] took = new long[TIMES];
    try (FileChannel file =
        FileChannel.open(
            probe,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      for (int i = 0; i < TIMES; i++) {
        long begin = nanoTime.getAsLong();
        file.write(ByteBuffer.allocate(4096), i * 4096L);
        file.force(true);
        took[i] = nanoTime.getAsLong() - begin;
      }
    }
    Arrays.sort(took);
    return Duration.ofNanos(took[TIMES / 2]);
  }
}
