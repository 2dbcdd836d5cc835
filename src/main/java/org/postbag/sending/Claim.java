package org.postbag.sending;

import java.time.Instant;
import org.postbag.ledger.Reason;
import org.postbag.review.Approval;

/// The right to send one reply once, or why there is none.
public sealed interface Claim {
  /// The reply is ours to send; this is on disk.
  ///
  /// @param attempt the number of the row that says so
  /// @param tries how often it was claimed under this approval, this time included
  /// @param first when it was claimed for the first time
  record Taken(long attempt, Approval approval, int tries, Instant first, Instant at)
      implements Claim {}

  /// Not now, or not at all: nothing may leave.
  record Refused(Approval approval, Reason why) implements Claim {}

  /// The approval that was to be sent.
  Approval approval();
}
