package org.postbag.reply;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /// @param signature the office's own words, Markdown
  Placeholders(Letter letter, Correspondent to, LocalDate today, String signature) {
    values.put(Placeholder.SALUTATION, strangersText(to.salutation()));
    values.put(Placeholder.NAME, strangersText(to.name().orElse("Sir or Madam")));
    values.put(Placeholder.DATE, DATE.format(today));
    values.put(Placeholder.SUBJECT, strangersText(letter.baseSubject()));
    values.put(Placeholder.SIGNATURE, signature.strip());
  }

  /// The Markdown with every known field filled in.
  String fill(String markdown) {
    Pattern field = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    Matcher matcher = field.matcher(markdown);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String value = Placeholder.of(matcher.group(1)).map(values::get).orElse(matcher.group());
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }

  /// A stranger's text on one line, with a backslash before every mark that Markdown knows
  /// (CommonMark §2.4).
  private static String strangersText(String value) {
    String line = value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    String capped =
        line.codePointCount(0, line.length()) <= LONGEST
            ? line
            : line.substring(0, line.offsetByCodePoints(0, LONGEST));
    return capped.replaceAll("([\\\\`*_{}\\[\\]<>#|!~&])", "\\\\$1");
  }
}
