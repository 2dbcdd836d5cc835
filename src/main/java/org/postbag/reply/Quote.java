package org.postbag.reply;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;
import org.postbag.people.name.LanguageForms;

/// A letter as it is quoted below its reply: the writer's own words, without what they quoted
/// themselves. A stranger's text: whoever writes it out must not obey any of it.
final class Quote {
  private static final int LONGEST = 20_000;

  /// Control characters but the line's end, and those by which the rest of a line is read backwards
  /// (Unicode UAX #9).
  private static final String NOT_TEXT =
      "[\\p{Cntrl}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private Quote() {}

  /// @param forms of the reply's language
  static String of(Letter letter, ZoneId zone, LanguageForms forms) {
    String words =
        letter.visibleText().replaceAll("\\r\\n?", "\n").replaceAll(NOT_TEXT, "").strip();
    Optional<LocalDate> day = letter.date().map(at -> LocalDate.ofInstant(at, zone));
    return words.isEmpty() ? "" : forms.quoted(writer(letter), day) + "\n" + cut(words);
  }

  /// The whole letter for somebody who has not seen it, with the address of the one who wrote it.
  static String whole(Letter letter, ZoneId zone) {
    String words = letter.bodyText().replaceAll("\\r\\n?", "\n").replaceAll(NOT_TEXT, "").strip();
    String date = letter.date().map(at -> "On " + DATE.format(at.atZone(zone)) + ", ").orElse("");
    String address =
        letter.from().map(from -> " <" + from.address() + ">").orElse("").replaceAll(NOT_TEXT, "");
    return date + writer(letter).orElse("somebody") + address + " wrote:\n" + cut(words);
  }

  private static Optional<String> writer(Letter letter) {
    return letter
        .from()
        .map(NamedAddress::name)
        .map(n -> n.replaceAll("\\s+", " ").strip())
        .filter(n -> !n.isEmpty())
        .map(n -> n.replaceAll(NOT_TEXT, ""));
  }

  private static String cut(String words) {
    return words.length() <= LONGEST
        ? words
        : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, LONGEST))) + " …";
  }
}
