package org.postbag.upkeep.doctor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthCheck;

/// Whether a daemon runs on the data folder. A second one would not start.
public record RunningCheck(Path data) implements HealthCheck {
  private static final String PART = "daemon";

  @Override
  public List<Finding> look() {
    return List.of(
        isRunning()
            ? Finding.notice(
                PART, "One runs on " + data + "; a second one would not start on the same folder.")
            : Finding.well(PART, "None runs on " + data + "."));
  }

  /// Whether somebody holds the folder's lock.
  public boolean isRunning() {
    Path lock = data.resolve("daemon.lock");
    if (!Files.isWritable(lock)) {
      return false;
    }
    try (FileChannel file = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock ours = file.tryLock()) {
      return ours == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
