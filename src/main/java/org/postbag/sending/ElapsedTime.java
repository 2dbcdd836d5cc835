package org.postbag.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that also knows how much time has really passed, however often it was set meanwhile. An
/// undo window and a provider's limit are measured in that.
public interface ElapsedTime extends InstantSource {
  /// What the clock showed before that much time had passed.
  Instant ago(Duration elapsed);

  /// By how much it was set forward after it showed that moment.
  Duration steppedSince(Instant shown);

  /// A clock that nobody sets, unless it says otherwise.
  static ElapsedTime of(InstantSource clock) {
    return clock instanceof ElapsedTime known ? known : new NeverSet(clock);
  }

  /// A clock that nobody sets.
  record NeverSet(InstantSource clock) implements ElapsedTime {
    @Override
    public Instant instant() {
      return clock.instant();
    }

    @Override
    public Instant ago(Duration elapsed) {
      return instant().minus(elapsed);
    }

    @Override
    public Duration steppedSince(Instant shown) {
      return Duration.ZERO;
    }
  }
}
