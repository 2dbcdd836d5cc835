package org.postbag.sending;

import java.time.Instant;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.review.Releases;

/// Replies that wait for their next try, in the transaction that the caller runs.
final class PostponedReplies {
  private final JdbcAttempts attempts;
  private final Releases releases;
  private final Ledger ledger;

  PostponedReplies(JdbcAttempts attempts, Releases releases, Ledger ledger) {
    this.attempts = attempts;
    this.releases = releases;
    this.ledger = ledger;
  }

  /// Lets replies of a mailbox leave at once whose next try is later.
  ///
  /// @param deferredToo also those that the server itself asked to bring later
  /// @return how many
  int release(String mailbox, boolean deferredToo, Instant now) {
    int released = 0;
    for (Attempt attempt : attempts.postponed(mailbox, now)) {
      boolean wanted = deferredToo || attempt.outcome() == Attempt.Outcome.UNREACHED;
      if (wanted && isWaiting(attempt)) {
        releases.postpone(attempt.letter(), now);
        released++;
      }
    }
    return released;
  }

  /// The moment tells a postponed reply from one that was approved again since, whose undo window
  /// is not to be cut short.
  private boolean isWaiting(Attempt attempt) {
    return ledger.lockRow(attempt.letter(), State.APPROVED)
        && releases
            .current(attempt.letter())
            .filter(approval -> attempt.next().filter(approval.releaseAt()::equals).isPresent())
            .isPresent();
  }
}
