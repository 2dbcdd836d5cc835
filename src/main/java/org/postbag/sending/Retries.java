package org.postbag.sending;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/// When a reply that was not accepted is tried again.
///
/// @param steps the pauses after the first tries; after the last one the pause doubles
/// @param longest no pause is longer
/// @param jitter 0 to 0.5: each pause is that share longer or shorter, by chance, so that replies
///   which failed together do not come back together
/// @param giveUp after so long since the first try a reply fails
public record Retries(List<Duration> steps, Duration longest, double jitter, Duration giveUp) {
  /// 1, 5, 15, 60 minutes, then twice as long up to 4 hours; for 5 days (RFC 5321 §4.5.4.1 asks for
  /// 4 to 5).
  public static final Retries STANDARD =
      new Retries(
          List.of(
              Duration.ofMinutes(1),
              Duration.ofMinutes(5),
              Duration.ofMinutes(15),
              Duration.ofMinutes(60)),
          Duration.ofHours(4),
          0.2,
          Duration.ofDays(5));

  public Retries {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || !(jitter >= 0 && jitter <= 0.5)) {
      throw new IllegalArgumentException("retries need a first pause and a jitter of 0 to 0.5");
    }
  }

  /// The pause after that many tries, 1 or more.
  Duration after(int tries, RandomGenerator random) {
    Duration pause = steps.get(Math.min(tries, steps.size()) - 1);
    for (int more = tries - steps.size(); more > 0 && pause.compareTo(longest) < 0; more--) {
      pause = pause.multipliedBy(2);
    }
    Duration bounded = pause.compareTo(longest) < 0 ? pause : longest;
    double factor = 1 + jitter * (2 * random.nextDouble() - 1);
    return Duration.ofMillis((long) (bounded.toMillis() * factor));
  }
}
