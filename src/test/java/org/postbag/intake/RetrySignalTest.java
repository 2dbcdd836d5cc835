package org.postbag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postbag.database.SettableClock;
import org.postbag.intake.RetrySignal.Cause;

/// Who is told that a pause ends, and how often.
class RetrySignalTest {
  private final SettableClock clock = new SettableClock();
  private final RetrySignal signal = new RetrySignal(clock);
  private final List<Cause> heard = new ArrayList<>();
  private boolean waiting = true;

  private boolean hear(Cause cause) {
    if (waiting) {
      heard.add(cause);
    }
    return waiting;
  }

  @Test
  void aPersonEndsEveryPauseOfThatMailboxAndOfNoOther() {
    signal.register("office", this::hear);
    signal.register("office", this::hear);
    signal.register("other", this::hear);
    assertThat(signal.tryNow("office")).isEqualTo(2);
    assertThat(signal.tryNow("nobody")).isZero();
    assertThat(heard).containsExactly(Cause.PERSON, Cause.PERSON);
    waiting = false;
    assertThat(signal.tryNow("office")).isZero();
  }

  /// An account that is let in by IMAP and refused by SMTP would else be asked again and again,
  /// until the provider locks it.
  @Test
  void signInsEndAPauseAtOnceAndThenOnceInFiveMinutes() {
    signal.register("office", this::hear);
    signal.signedIn("office");
    signal.signedIn("office");
    clock.advance(Duration.ofMinutes(4));
    signal.signedIn("office");
    assertThat(heard).containsExactly(Cause.SIGNED_IN);
    clock.advance(Duration.ofMinutes(1));
    signal.signedIn("office");
    assertThat(heard).hasSize(2);
  }

  @Test
  void aSignInWhileNothingWaitsDoesNotCount() {
    signal.register("office", this::hear);
    waiting = false;
    signal.signedIn("office");
    waiting = true;
    signal.signedIn("office");
    assertThat(heard).containsExactly(Cause.SIGNED_IN);
  }

  @Test
  void whoLeftIsToldNothing() {
    RetrySignal.Waiting gone = this::hear;
    signal.register("office", gone);
    signal.unregister("office", gone);
    assertThat(signal.tryNow("office")).isZero();
  }
}
