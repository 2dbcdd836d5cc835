package org.postbag.review.breaker;

import java.time.Duration;
import java.time.Instant;
import org.postbag.database.Database;

/// How many of a day's replies may come back, of a topic and of a mailbox.
///
/// More than one in ten, the share at which large providers pause a sender (Amazon SES: "10% or
/// greater"), because a list of bad addresses, a block list or a forged campaign is behind it; and
/// at least five, so that two mistyped addresses on a quiet day stop nobody.
final class BounceRate {
  static final int LEAST = 5;
  private static final int ONE_IN = 10;
  private static final Duration DAY = Duration.ofHours(24);

  private final JdbcBreakers breakers;
  private final JdbcHourlyCounts counts;
  private final JdbcDepartures departures;

  BounceRate(Database database, JdbcBreakers breakers) {
    this.breakers = breakers;
    this.counts = new JdbcHourlyCounts(database, "bounces");
    this.departures = new JdbcDepartures(database);
  }

  /// Counts a bounce.
  ///
  /// @return how many there were within a day, when that is too many; else 0
  int excess(BreakerScope scope, Instant now) {
    counts.add(scope, now);
    Instant dayAgo = now.minus(DAY);
    Instant from =
        breakers
            .lastEnd(scope, Breaker.Cause.BOUNCES)
            .map(end -> end.plus(Duration.ofHours(1)))
            .filter(end -> end.isAfter(dayAgo))
            .orElse(dayAgo);
    int bounced = counts.since(scope, from);
    // What left is only counted where it matters.
    boolean tooMany = bounced >= LEAST && (long) ONE_IN * bounced > departures.since(scope, from);
    return tooMany ? bounced : 0;
  }
}
