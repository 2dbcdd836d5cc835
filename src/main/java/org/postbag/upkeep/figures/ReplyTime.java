package org.postbag.upkeep.figures;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How long replies took, as a histogram whose steps grow by a fifth (2^¼): a quantile is right to
/// within a tenth, and any days can be added up.
public record ReplyTime(Map<Integer, Long> steps) {
  private static final double STEPS_A_DOUBLING = 4;

  public ReplyTime {
    steps = Map.copyOf(steps);
  }

  /// The step of a time.
  static int step(Duration taken) {
    double seconds = Math.max(1, taken.toSeconds());
    return (int) Math.floor(STEPS_A_DOUBLING * Math.log(seconds) / Math.log(2));
  }

  /// The middle of a step.
  private static Duration middle(int step) {
    return Duration.ofSeconds(Math.round(Math.pow(2, (step + 0.5) / STEPS_A_DOUBLING)));
  }

  public long replies() {
    return steps.values().stream().mapToLong(Long::longValue).sum();
  }

  /// The time within which that share of the replies left; empty without replies.
  ///
  /// @param share 0 to 1
  public Optional<Duration> quantile(double share) {
    long wanted = (long) Math.ceil(share * replies());
    long seen = 0;
    for (Map.Entry<Integer, Long> step : new TreeMap<>(steps).entrySet()) {
      seen += step.getValue();
      if (seen >= wanted && seen > 0) {
        return Optional.of(middle(step.getKey()));
      }
    }
    return Optional.empty();
  }
}
