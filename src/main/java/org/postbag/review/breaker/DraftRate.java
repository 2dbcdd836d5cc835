package org.postbag.review.breaker;

import java.time.Duration;
import java.time.Instant;
import org.postbag.database.Database;

/// How many drafts a mailbox and a topic may get in an hour: ten times what is usual in an hour
/// with letters, and never fewer than `least`.
final class DraftRate {
  private static final int TIMES = 10;

  /// Who lets drafting go on has seen what comes in: a campaign's day is not stopped every hour.
  private static final Duration GRACE = Duration.ofHours(24);

  private final JdbcBreakers breakers;
  private final JdbcHourlyCounts counts;

  DraftRate(Database database, JdbcBreakers breakers) {
    this.breakers = breakers;
    this.counts = new JdbcHourlyCounts(database, "drafts");
  }

  /// Counts a draft.
  ///
  /// @return how many there were in this hour, when that is too many; else 0
  int excess(BreakerScope scope, int least, Instant now) {
    int n = counts.add(scope, now);
    // What is usual is only looked up where it matters.
    boolean tooMany = n > least && n > TIMES * counts.usual(scope, now) && !isLetGoOn(scope, now);
    return tooMany ? n : 0;
  }

  private boolean isLetGoOn(BreakerScope scope, Instant now) {
    return breakers
        .lastEnd(scope, Breaker.Cause.DRAFTS)
        .filter(end -> end.plus(GRACE).isAfter(now))
        .isPresent();
  }
}
