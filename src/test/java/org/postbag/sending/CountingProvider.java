package org.postbag.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// A server that counts as a provider would, by its own clock.
final class CountingProvider {
  private final RateLimit limit;
  private final Deque<Instant> minute = new ArrayDeque<>();
  private final Deque<Instant> day = new ArrayDeque<>();
  private int most;
  private int all;

  CountingProvider(RateLimit limit) {
    this.limit = limit;
  }

  void take(Instant at) {
    all++;
    count(minute, at, Duration.ofMinutes(1), limit.perMinute());
    count(day, at, Duration.ofHours(24), limit.perDay());
  }

  private void count(Deque<Instant> window, Instant at, Duration length, int limit) {
    window.add(at);
    while (!window.getFirst().isAfter(at.minus(length))) {
      window.removeFirst();
    }
    most = Math.max(most, window.size() - limit);
  }

  /// How far a limit was ever passed; 0 or less when it never was.
  int mostOver() {
    return most;
  }

  int all() {
    return all;
  }
}
