package org.postbag.email.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// RFC 5322 §3.3 date-time with the obsolete forms of §4.3: two-digit years, named zones, no day of
/// the week, the year behind the time as `ctime` writes it.
public final class DateField {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> ZONES =
      List.of("edt", "est", "cdt", "cst", "mdt", "mst", "pdt", "pst");

  private int day;
  private int month;
  private int year = -1;
  private int[] time = new int[0];
  private int offsetMinutes;

  private DateField() {}

  /// The moment that `field` names, if it can be understood and exists.
  public static Optional<Instant> parse(String field) {
    String text = field.length() > 200 ? field.substring(0, 200) : field;
    String words = Comments.removed(text).replace(',', ' ').toLowerCase(Locale.ROOT);
    words = words.replaceAll(" {0,20}: {0,20}", ":");
    DateField date = new DateField();
    for (String word : words.strip().split("\\s+", 40)) {
      date.take(word);
    }
    return date.instant();
  }

  private void take(String word) {
    boolean digits =
        !word.isEmpty() && word.length() <= 4 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    if (word.startsWith("+") || word.startsWith("-")) {
      takeOffset(word);
    } else if (word.indexOf(':') > 0) {
      takeTime(word);
    } else if (digits && day == 0 && word.length() <= 2) {
      day = Integer.parseInt(word);
    } else if (digits && year < 0) {
      year = fullYear(Integer.parseInt(word), word.length());
    } else if (word.length() >= 3 && MONTHS.contains(word.substring(0, 3))) {
      month = MONTHS.indexOf(word.substring(0, 3)) + 1;
    } else if (ZONES.contains(word)) {
      offsetMinutes = -60 * (4 + (ZONES.indexOf(word) + 1) / 2);
    }
  }

  private static int fullYear(int number, int digits) {
    if (digits > 3) {
      return number;
    }
    return digits == 2 && number < 50 ? 2000 + number : 1900 + number;
  }

  private void takeTime(String word) {
    int zone = Math.max(word.indexOf('+'), word.indexOf('-'));
    if (zone > 0) {
      takeOffset(word.substring(zone));
    }
    String[] parts = (zone > 0 ? word.substring(0, zone) : word).split(":", 4);
    boolean numbers = List.of(parts).stream().allMatch(p -> p.matches("[0-9]{1,2}"));
    if (numbers && time.length == 0) {
      time = List.of(parts).stream().mapToInt(Integer::parseInt).toArray();
    }
  }

  private void takeOffset(String word) {
    String digits = word.substring(1).replace(":", "");
    if (digits.matches("[0-9]{4}")) {
      int minutes =
          Integer.parseInt(digits.substring(0, 2)) * 60 + Integer.parseInt(digits.substring(2));
      offsetMinutes = word.startsWith("-") ? -minutes : minutes;
    }
  }

  private Optional<Instant> instant() {
    if (day == 0 || month == 0 || year < 1900 || time.length < 2) {
      return Optional.empty();
    }
    try {
      int second = time.length > 2 ? Math.min(59, time[2]) : 0;
      LocalDateTime local = LocalDateTime.of(year, month, day, time[0], time[1], second);
      return Optional.of(local.minusMinutes(offsetMinutes).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }
}
