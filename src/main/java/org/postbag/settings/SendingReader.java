package org.postbag.settings;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postbag.catalog.Misfit;
import org.postbag.catalog.YamlMap;
import org.postbag.sending.OfficeHours;
import org.postbag.sending.RateLimit;
import org.postbag.sending.Retries;
import org.postbag.sending.SendingSettings;

/// Reads `postbag.sending`, and the pace of a mailbox.
final class SendingReader {
  private static final Map<String, RateLimit> PACES =
      Map.of(
          "plain",
          RateLimit.PLAIN,
          "microsoft-365",
          RateLimit.MICROSOFT_365,
          "google",
          RateLimit.GOOGLE);

  private SendingReader() {}

  static SendingSettings read(YamlMap sending, Map<String, RateLimit> paces, ZoneId zone) {
    return new SendingSettings(
        sending.flag("dry-run").orElse(true),
        pace(sending).orElse(RateLimit.PLAIN),
        paces,
        retries(sending),
        sending.read(
            "office-hours",
            "days and hours, as in `Mon-Fri 08:00-18:00`",
            text -> hours(text, zone)),
        sending.text("node").orElse(SendingSettings.STANDARD.node()));
  }

  private static Retries retries(YamlMap sending) {
    Retries standard = Retries.STANDARD;
    Duration giveUp =
        sending
            .duration("give-up-after", Duration.ofMinutes(1), Duration.ofDays(30))
            .orElse(standard.giveUp());
    return new Retries(standard.steps(), standard.longest(), standard.jitter(), giveUp);
  }

  /// The pace named on that level, with its figures changed one by one; empty when it says nothing.
  static Optional<RateLimit> pace(YamlMap level) {
    Optional<RateLimit> named = level.choice("pace", PACES);
    Optional<Integer> perMinute = level.whole("per-minute", 1, 1_000_000);
    Optional<Integer> perDay = level.whole("per-day", 1, 10_000_000);
    Optional<Integer> connections = level.whole("connections", 1, 20);
    if (named.isEmpty() && perMinute.isEmpty() && perDay.isEmpty() && connections.isEmpty()) {
      return Optional.empty();
    }
    RateLimit from = named.orElse(RateLimit.PLAIN);
    return Optional.of(
        new RateLimit(
            perMinute.orElse(from.perMinute()),
            perDay.orElse(from.perDay()),
            connections.orElse(from.connections())));
  }

  private static OfficeHours hours(String text, ZoneId zone) {
    String[] parts = text.split("\\s+|(?<=\\d)-", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not days, from and to");
    }
    return new OfficeHours(
        days(parts[0]), LocalTime.parse(parts[1]), LocalTime.parse(parts[2]), zone);
  }

  /// `Mon-Fri`, `Mon,Wed,Fri`, `Sat`.
  private static Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split(",", -1)) {
      List<DayOfWeek> ends = List.of(part.split("-", -1)).stream().map(SendingReader::day).toList();
      for (DayOfWeek day = ends.getFirst(); ; day = day.plus(1)) {
        days.add(day);
        if (day == ends.getLast()) {
          break;
        }
      }
    }
    return days;
  }

  private static DayOfWeek day(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    return List.of(DayOfWeek.values()).stream()
        .filter(day -> wanted.length() >= 3 && day.name().startsWith(wanted))
        .findFirst()
        .orElseThrow(() -> new Misfit("names no day", "write Mon, Tue, Wed, Thu, Fri, Sat or Sun"));
  }
}
