package org.postbag.web.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as people at the office say them.
public final class Times {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

  private final ZoneId zone;
  private final InstantSource clock;

  Times(ZoneId zone, InstantSource clock) {
    this.zone = zone;
    this.clock = clock;
  }

  /// `09:14`, `yesterday 09:14`, `12 Nov 09:14` or `12 Nov 2025`.
  public String of(Instant at) {
    ZonedDateTime then = at.atZone(zone);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate day = then.toLocalDate();
    if (day.equals(today)) {
      return CLOCK.format(then);
    }
    if (day.equals(today.minusDays(1))) {
      return "yesterday " + CLOCK.format(then);
    }
    return day.getYear() == today.getYear()
        ? DAY.format(then) + " " + CLOCK.format(then)
        : YEAR.format(then);
  }

  /// How long ago that was, in a word: `now`, `4 min`, `3 h`, `2 d`, then `12 Nov` or `2025`.
  String age(Instant at) {
    Duration passed = Duration.between(at, clock.instant());
    if (passed.toHours() < 1) {
      return passed.toMinutes() < 1 ? "now" : passed.toMinutes() + " min";
    }
    if (passed.toHours() < 24) {
      return passed.toHours() + " h";
    }
    return passed.toDays() < 10 ? passed.toDays() + " d" : day(at);
  }

  /// How long somebody has waited since then: `4 minutes`, `3 hours`, `2 days`.
  String lasting(Instant since) {
    Duration passed = Duration.between(since, clock.instant());
    if (passed.toHours() < 1) {
      return many(Math.max(1, passed.toMinutes()), "minute");
    }
    return passed.toDays() < 2 ? many(passed.toHours(), "hour") : many(passed.toDays(), "day");
  }

  /// The same of something that happens often: `12 s ago`, `4 min ago`.
  String ago(Instant at) {
    long seconds = Math.max(0, Duration.between(at, clock.instant()).toSeconds());
    return seconds < 60 ? seconds + " s ago" : seconds < 3600 ? seconds / 60 + " min ago" : of(at);
  }

  private static String many(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private String day(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, zone);
    boolean thisYear = day.getYear() == LocalDate.ofInstant(clock.instant(), zone).getYear();
    return thisYear ? DAY.format(day) : String.valueOf(day.getYear());
  }

  /// `12 Nov 2025`.
  String day(LocalDate day) {
    return YEAR.format(day);
  }

  /// What the office's clock shows.
  LocalDateTime here() {
    return LocalDateTime.ofInstant(clock.instant(), zone);
  }

  /// The moment that staff mean by a date and a time.
  Instant at(LocalDateTime here) {
    return here.atZone(zone).toInstant();
  }

  /// Seconds until then; 0 when it is over.
  long secondsUntil(Instant at) {
    Duration left = Duration.between(clock.instant(), at);
    return left.isNegative() ? 0 : left.plusMillis(999).toSeconds();
  }
}
