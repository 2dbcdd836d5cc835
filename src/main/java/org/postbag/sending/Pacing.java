package org.postbag.sending;

import java.time.Instant;

/// Counts what a mailbox has sent against what its provider allows, in windows that slide.
///
/// An attempt counts from its claim until the window has passed since its **end**: the server saw
/// it somewhere in between, so by the server's clock, too, the limit is never passed by one.
/// Windows are measured in time that has passed: the machine's clock may be set meanwhile.
final class Pacing {
  private final JdbcAttempts attempts;
  private final SendingSettings settings;
  private final ElapsedTime time;

  Pacing(JdbcAttempts attempts, SendingSettings settings, ElapsedTime time) {
    this.attempts = attempts;
    this.settings = settings;
    this.time = time;
  }

  /// How many more replies of that mailbox may be claimed now.
  int allowance(String mailbox) {
    RateLimit rateLimit = settings.paceOf(mailbox);
    long left = Integer.MAX_VALUE;
    if (rateLimit.limitsMinute()) {
      left = rateLimit.perMinute() - attempts.endedAfter(mailbox, time.ago(RateLimit.MINUTE));
    }
    if (rateLimit.limitsDay() && left > 0) {
      left =
          Math.min(
              left, rateLimit.perDay() - attempts.endedAfter(mailbox, time.ago(RateLimit.DAY)));
    }
    return (int) Math.max(0, left);
  }

  /// Whether one more may be claimed now; cheap, also with ten thousand in the window.
  boolean allowsOne(String mailbox) {
    RateLimit rateLimit = settings.paceOf(mailbox);
    return (!rateLimit.limitsMinute()
            || isOver(mailbox, rateLimit.perMinute(), time.ago(RateLimit.MINUTE)))
        && (!rateLimit.limitsDay() || isOver(mailbox, rateLimit.perDay(), time.ago(RateLimit.DAY)));
  }

  /// Whether the `n`-th newest attempt has left the window that begins at `start`.
  private boolean isOver(String mailbox, int n, Instant start) {
    return attempts.nthNewestEnd(mailbox, n).map(end -> !end.isAfter(start)).orElse(true);
  }
}
