package org.postbag.intake.imap;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// Growing pauses between tries: each twice as long as the one before, a fifth more or less by
/// chance, so that many mailboxes do not come back at the same moment.
record ExponentialBackoff(Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 20;

  /// The pause after so many failures, at least 1.
  Duration after(int failures) {
    long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    long pause = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis((long) (pause * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
  }
}
