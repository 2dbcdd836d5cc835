package org.postbag.sending;

import java.time.Instant;

/// Counts what a mailbox has sent against what its provider allows, in windows that slide.
///
/// An attempt counts from its claim until the window has passed since its **end**: the server saw
/// it somewhere in between, so by the server's clock, too, the limit is never passed by one.
final class Pacing {
  private final JdbcAttempts attempts;
  private final SendingSettings settings;

  Pacing(JdbcAttempts attempts, SendingSettings settings) {
    this.attempts = attempts;
    this.settings = settings;
  }

  /// How many more replies of that mailbox may be claimed now.
  int allowance(String mailbox, Instant now) {
    RateLimit rateLimit = settings.paceOf(mailbox);
    long left = Integer.MAX_VALUE;
    if (rateLimit.limitsMinute()) {
      left = rateLimit.perMinute() - attempts.endedAfter(mailbox, now.minus(RateLimit.MINUTE));
    }
    if (rateLimit.limitsDay() && left > 0) {
      left =
          Math.min(
              left, rateLimit.perDay() - attempts.endedAfter(mailbox, now.minus(RateLimit.DAY)));
    }
    return (int) Math.max(0, left);
  }

  /// Whether one more may be claimed now; cheap, also with ten thousand in the window.
  boolean allowsOne(String mailbox, Instant now) {
    RateLimit rateLimit = settings.paceOf(mailbox);
    return (!rateLimit.limitsMinute()
            || isOver(mailbox, rateLimit.perMinute(), now.minus(RateLimit.MINUTE)))
        && (!rateLimit.limitsDay()
            || isOver(mailbox, rateLimit.perDay(), now.minus(RateLimit.DAY)));
  }

  /// Whether the `n`-th newest attempt has left the window that begins at `start`.
  private boolean isOver(String mailbox, int n, Instant start) {
    return attempts.nthNewestEnd(mailbox, n).map(end -> !end.isAfter(start)).orElse(true);
  }
}
