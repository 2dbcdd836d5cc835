package org.postbag.database;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until a test moves it.
public final class SettableClock implements InstantSource {
  private static final Instant BEGIN = Instant.parse("2026-11-23T09:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);

  @Override
  public Instant instant() {
    return now.get();
  }

  /// The same moment in the form of [System#nanoTime].
  public long nanoTime() {
    return Duration.between(BEGIN, now.get()).toNanos();
  }

  /// Moves the clock on, or back.
  public void advance(Duration step) {
    now.updateAndGet(at -> at.plus(step));
  }
}
