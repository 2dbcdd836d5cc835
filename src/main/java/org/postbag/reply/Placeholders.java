package org.postbag.reply;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.Placeholder;
import org.postbag.email.Letter;
import org.postbag.people.Correspondent;

/// The few named fields of a standard reply. A fixed list and no expressions: what a stranger wrote
/// is put in as text and never read as Markdown, nor as a placeholder again. A name that is not on
/// the list stays as it stands, and the reply cannot leave.
final class Placeholders {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final int LONGEST = 200;

  private final Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
  private final Map<Placeholder, String> plain = new EnumMap<>(Placeholder.class);

  /// @param signature the office's own words, Markdown
  Placeholders(Letter letter, Correspondent to, LocalDate today, String signature) {
    put(Placeholder.SALUTATION, to.salutation());
    put(Placeholder.NAME, to.name().orElse("Sir or Madam"));
    put(Placeholder.DATE, DATE.format(today));
    put(Placeholder.SUBJECT, letter.baseSubject());
    put(Placeholder.SIGNATURE, signature.strip());
    values.put(Placeholder.SIGNATURE, signature.strip());
  }

  private void put(Placeholder field, String value) {
    plain.put(field, value);
    values.put(field, strangersText(value));
  }

  /// The Markdown with every known field filled in.
  String fill(String markdown) {
    return filled(markdown, values::get);
  }

  /// A line of plain text, such as a subject, with every known field filled in.
  String fillLine(String line) {
    return oneLine(filled(line, plain::get));
  }

  private static String filled(String text, Function<Placeholder, @Nullable String> values) {
    Pattern field = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    Matcher matcher = field.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String value = Placeholder.of(matcher.group(1)).map(values).orElse(matcher.group());
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }

  /// A stranger's text on one line, with a backslash before every mark that Markdown knows
  /// (CommonMark §2.4).
  private static String strangersText(String value) {
    return oneLine(value).replaceAll("([\\\\`*_{}\\[\\]<>#|!~&])", "\\\\$1");
  }

  private static String oneLine(String value) {
    String line = value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST));
  }
}
