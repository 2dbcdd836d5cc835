package org.postbag.upkeep.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.postbag.catalog.Unusable;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthCheck;

/// Whether the data folder can be written by us, and read by nobody else.
public record PermissionCheck(Path data) implements HealthCheck {
  private static final String PART = "permissions";

  @Override
  public List<Finding> look() {
    if (Files.notExists(data)) {
      return List.of(Finding.well(PART, data + " is made at the first start."));
    }
    if (!Files.isDirectory(data) || !Files.isWritable(data)) {
      return List.of(
          Finding.down(
              PART, data + " cannot be written; give it to the user who runs Postbag (chown -R)."));
    }
    try {
      return List.of(of(Files.getPosixFilePermissions(data)));
    } catch (UnsupportedOperationException e) {
      return List.of(Finding.well(PART, data + " can be written."));
    } catch (IOException e) {
      return List.of(Finding.down(PART, Unusable.of(data, e) + "."));
    }
  }

  private Finding of(Set<PosixFilePermission> rights) {
    boolean open =
        rights.contains(PosixFilePermission.OTHERS_READ)
            || rights.contains(PosixFilePermission.OTHERS_EXECUTE);
    return open
        ? Finding.warning(
            PART, data + ", in which letters lie, is open to everybody; run chmod -R go-rwx on it.")
        : Finding.well(PART, data + " is ours alone.");
  }
}
