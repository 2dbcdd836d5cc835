package org.postbag.web.desk.figures;

import java.time.Duration;
import java.util.Optional;

/// Spans of time as people say them: `40 min`, `5 h`, `3 days`.
final class Spans {
  private static final Duration DAYS_FROM = Duration.ofDays(2);
  private static final Duration HOURS_FROM = Duration.ofMinutes(90);

  private Spans() {}

  static String of(Duration span) {
    if (span.compareTo(DAYS_FROM) >= 0) {
      return Math.round(span.toHours() / 24.0) + " days";
    }
    return span.compareTo(HOURS_FROM) >= 0
        ? Math.round(span.toMinutes() / 60.0) + " h"
        : Math.max(1, span.toMinutes()) + " min";
  }

  /// A dash for none.
  static String of(Optional<Duration> span) {
    return span.map(Spans::of).orElse("–");
  }
}
