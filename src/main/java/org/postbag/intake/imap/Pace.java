package org.postbag.intake.imap;

import java.time.Duration;

/// How patiently a mailbox is read.
///
/// @param troubled between tries after a failure
/// @param refused between sign-ins that were refused: too many of them lock the account
/// @param silence how long past an answer's time until the server counts as silent
/// @param gaps between questions for a letter that the server does not give
record Pace(Duration silence, Pauses troubled, Pauses refused, Pauses gaps) {
  static final Duration SILENCE = Duration.ofSeconds(30);

  static Pace standard() {
    return new Pace(
        SILENCE,
        new Pauses(Duration.ofSeconds(1), Duration.ofMinutes(5)),
        new Pauses(Duration.ofMinutes(5), Duration.ofHours(1)),
        new Pauses(Duration.ofSeconds(10), Duration.ofHours(1)));
  }

  /// For tests: everything soon.
  static Pace hurried() {
    Pauses soon = new Pauses(Duration.ofMillis(50), Duration.ofMillis(400));
    return new Pace(Duration.ofSeconds(2), soon, soon, soon);
  }
}
