package org.postbag.intake.imap;

import java.time.Duration;

/// How patiently a mailbox is read.
///
/// @param troubled between tries after a failure
/// @param refused between sign-ins that were refused: too many of them lock the account
/// @param silence how long past an answer's time until the server counts as silent
/// @param gaps between questions for a letter that the server does not give
record ReadingIntervals(
    Duration silence,
    ExponentialBackoff troubled,
    ExponentialBackoff refused,
    ExponentialBackoff gaps) {
  static final Duration SILENCE = Duration.ofSeconds(30);

  static ReadingIntervals standard() {
    return new ReadingIntervals(
        SILENCE,
        new ExponentialBackoff(Duration.ofSeconds(1), Duration.ofMinutes(5)),
        new ExponentialBackoff(Duration.ofMinutes(5), Duration.ofHours(1)),
        new ExponentialBackoff(Duration.ofSeconds(10), Duration.ofHours(1)));
  }

  /// For tests: everything soon.
  static ReadingIntervals hurried() {
    ExponentialBackoff soon = new ExponentialBackoff(Duration.ofMillis(50), Duration.ofMillis(400));
    return new ReadingIntervals(Duration.ofSeconds(2), soon, soon, soon);
  }
}
