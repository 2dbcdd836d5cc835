package org.postbag.upkeep.health;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.postbag.catalog.Unusable;

/// Whether the disk of the data folder takes what is written to it, and for how long yet.
public final class DiskCheck implements HealthCheck {
  private static final String PART = "disk";
  private static final double LITTLE = 0.1;
  private static final double GIBIBYTE = 1L << 30;

  /// Fills a block, so that a disk without a free one refuses it.
  private static final int PROBE = 4096;

  private final Path folder;

  public DiskCheck(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<Finding> look() {
    try {
      tryOut();
      return List.of(free());
    } catch (IOException e) {
      return List.of(
          Finding.down(
              PART, "A write to the data folder was refused: " + Unusable.of(folder, e) + "."));
    }
  }

  private void tryOut() throws IOException {
    Path probe = folder.resolve("health.probe");
    try {
      Files.write(probe, new byte[PROBE]);
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  private Finding free() throws IOException {
    String words =
        String.format(
            Locale.ROOT,
            "%.0f %% of the disk of the data folder are free (%.1f GiB)",
            ratio() * 100,
            Files.getFileStore(folder).getUsableSpace() / GIBIBYTE);
    return ratio() < LITTLE
        ? Finding.warning(PART, words + ". Make room, or move the data folder to a larger one.")
        : Finding.well(PART, words + ".");
  }

  /// The free part of the whole.
  double ratio() throws IOException {
    FileStore store = Files.getFileStore(folder);
    return store.getTotalSpace() == 0 ? 1 : (double) store.getUsableSpace() / store.getTotalSpace();
  }
}
