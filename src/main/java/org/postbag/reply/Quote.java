package org.postbag.reply;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;

/// A letter as it is quoted below its reply: the writer's own words, without what they quoted
/// themselves. A stranger's text: whoever writes it out must not obey any of it.
final class Quote {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final int LONGEST = 20_000;

  /// Control characters but the line's end, and those by which the rest of a line is read backwards
  /// (Unicode UAX #9).
  private static final String NOT_TEXT =
      "[\\p{Cntrl}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]";

  private Quote() {}

  static String of(Letter letter, ZoneId zone) {
    String words =
        letter.visibleText().replaceAll("\\r\\n?", "\n").replaceAll(NOT_TEXT, "").strip();
    String date = letter.date().map(at -> "On " + DATE.format(at.atZone(zone)) + ", ").orElse("");
    return words.isEmpty() ? "" : date + writer(letter) + " wrote:\n" + cut(words);
  }

  /// The whole letter for somebody who has not seen it, with the address of the one who wrote it.
  static String whole(Letter letter, ZoneId zone) {
    String words = letter.bodyText().replaceAll("\\r\\n?", "\n").replaceAll(NOT_TEXT, "").strip();
    String date = letter.date().map(at -> "On " + DATE.format(at.atZone(zone)) + ", ").orElse("");
    String address =
        letter.from().map(from -> " <" + from.address() + ">").orElse("").replaceAll(NOT_TEXT, "");
    return date + name(letter).orElse("somebody") + address + " wrote:\n" + cut(words);
  }

  private static String writer(Letter letter) {
    return name(letter).orElse("you");
  }

  private static Optional<String> name(Letter letter) {
    return letter
        .from()
        .map(NamedAddress::name)
        .map(name -> name.replaceAll("\\s+", " ").replaceAll(NOT_TEXT, "").strip())
        .filter(name -> !name.isEmpty());
  }

  private static String cut(String words) {
    return words.length() <= LONGEST
        ? words
        : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, LONGEST))) + " …";
  }
}
