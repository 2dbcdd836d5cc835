package org.postbag.sending;

import java.time.Duration;
import java.time.Instant;
import org.postbag.review.Approval;

/// Keeps an undo window open for as long as was promised when the clock was set forward meanwhile:
/// `release_at` is over then, and the time has not passed.
final class UndoWindows {
  private final JdbcAttempts attempts;
  private final ElapsedTime time;

  UndoWindows(JdbcAttempts attempts, ElapsedTime time) {
    this.attempts = attempts;
    this.time = time;
  }

  /// Whether an approval that is due by the clock can still be undone. A reply that was tried has
  /// had its window; what it waits for since is another time.
  boolean isOpen(Approval approval, Instant now) {
    Duration stepped = time.steppedSince(approval.at());
    return !stepped.isZero()
        && approval.releaseAt().isAfter(now.minus(stepped))
        && attempts.tries(approval.id(), now).count() == 0;
  }
}
