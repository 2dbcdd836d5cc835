package org.postbag.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The machine's clock, made fit to wait by: it never goes back, and it tells by how much it was
/// set forward.
///
/// When the machine's clock is set back, this one goes on, a tenth slower than time passes, until
/// the machine's has caught up; so no "not before" becomes hours longer, and no entry is older than
/// the one before it. When it is set forward, or the machine slept, this one follows at once and
/// remembers the step, so that windows which were open then do not end early.
public final class SteadyClock implements ElapsedTime {
  private static final Logger LOG = LoggerFactory.getLogger(SteadyClock.class);

  /// A difference up to this is the clock's drift, or a time server's gentle hand.
  private static final Duration DRIFT = Duration.ofSeconds(1);

  private static final long SLOWER = 10;
  private static final int MOST_STEPS = 100;

  private final InstantSource machine;
  private final LongSupplier nanoTime;
  private final Deque<Step> steps = new ArrayDeque<>();
  private long nanos;
  private Instant shown;
  private boolean ahead;

  private record Step(Instant from, Instant to) {
    Duration size() {
      return Duration.between(from, to);
    }
  }

  /// @param machine the clock that people set
  /// @param nanoTime time that passes, as [System#nanoTime]
  public SteadyClock(InstantSource machine, LongSupplier nanoTime) {
    this.machine = machine;
    this.nanoTime = nanoTime;
    this.nanos = nanoTime.getAsLong();
    this.shown = machine.instant();
  }

  /// Over the clock of this machine.
  public static SteadyClock ofMachine() {
    return new SteadyClock(InstantSource.system(), System::nanoTime);
  }

  @Override
  public synchronized Instant instant() {
    long nanosNow = nanoTime.getAsLong();
    long passed = Math.max(0, nanosNow - nanos);
    nanos = nanosNow;
    shown = next(shown.plusNanos(passed), passed, machine.instant());
    return shown;
  }

  private Instant next(Instant expected, long passed, Instant now) {
    Duration difference = Duration.between(expected, now);
    if (difference.compareTo(DRIFT) > 0 && !ahead) {
      return forward(expected, now);
    }
    if (difference.negated().compareTo(DRIFT) > 0 && !ahead) {
      ahead = true;
      LOG.warn(
          "The machine's clock was set back by {} s; Postbag's own goes on, and waits for it",
          difference.negated().toSeconds());
    }
    if (!now.isBefore(expected)) {
      return caughtUp(expected, now);
    }
    return ahead ? expected.minusNanos(passed / SLOWER) : later(shown, now);
  }

  /// The machine's clock has reached ours; what it went beyond is a step like any other.
  private Instant caughtUp(Instant expected, Instant now) {
    ahead = false;
    return Duration.between(expected, now).compareTo(DRIFT) > 0 ? forward(expected, now) : now;
  }

  private Instant forward(Instant expected, Instant now) {
    steps.push(new Step(expected, now));
    if (steps.size() > MOST_STEPS) {
      steps.removeLast();
    }
    LOG.warn(
        "The machine's clock went forward by {} s, or the machine slept",
        Duration.between(expected, now).toSeconds());
    return now;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Override
  public synchronized Instant ago(Duration elapsed) {
    Instant at = instant();
    Duration left = elapsed;
    for (Iterator<Step> newest = steps.iterator(); newest.hasNext(); ) {
      Step step = newest.next();
      Duration since = Duration.between(step.to(), at);
      if (since.compareTo(left) >= 0) {
        break;
      }
      left = left.minus(since);
      at = step.from();
    }
    return at.minus(left);
  }

  @Override
  public synchronized Duration steppedSince(Instant moment) {
    return steps.stream()
        .filter(step -> !step.from().isBefore(moment))
        .map(Step::size)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /// By how much this clock is ahead of the machine's, which was set back.
  public Duration ahead() {
    Duration difference = Duration.between(machine.instant(), instant());
    return difference.isNegative() ? Duration.ZERO : difference;
  }
}
