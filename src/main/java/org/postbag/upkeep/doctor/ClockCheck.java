package org.postbag.upkeep.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthCheck;

/// Whether the clock can be right: not before this program was made, not before the newest entry of
/// the ledger.
///
/// @param newest when the newest entry was written, if there is one
public record ClockCheck(InstantSource clock, Supplier<Optional<Instant>> newest)
    implements HealthCheck {
  private static final String PART = "clock";
  private static final Instant MADE = Instant.parse("2026-11-01T00:00:00Z");
  private static final Duration SLACK = Duration.ofMinutes(1);
  private static final String MEND = " Set it, by a time server (timedatectl set-ntp true).";

  @Override
  public List<Finding> look() {
    Instant now = clock.instant();
    if (now.isBefore(MADE)) {
      return List.of(
          Finding.down(PART, "It shows " + now + ", before this program was made." + MEND));
    }
    Optional<Instant> later = newest.get().filter(at -> at.isAfter(now.plus(SLACK)));
    return List.of(
        later
            .map(at ->
                Finding.warning(
                    PART,
                    "It shows " + now + ", and the ledger has an entry of " + at + "." + MEND))
            .orElseGet(() -> Finding.well(PART, "It shows " + now + ".")));
  }
}
