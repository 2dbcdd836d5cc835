package org.postbag.upkeep.doctor;

import java.util.List;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthCheck;

/// Whether the machine has the memory that the daemon is given.
///
/// @param bytes what is there
public record MemoryCheck(long bytes) implements HealthCheck {
  private static final String PART = "memory";
  private static final long LEAST = 512L << 20;

  @Override
  public List<Finding> look() {
    String words = "There are %d MiB".formatted(bytes >> 20);
    return List.of(
        bytes < LEAST
            ? Finding.warning(PART, words + "; Postbag wants 512 with 100,000 letters.")
            : Finding.well(PART, words + "."));
  }
}
