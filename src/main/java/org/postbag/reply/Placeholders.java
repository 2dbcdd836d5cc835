package org.postbag.reply;

import java.time.LocalDate;
import org.postbag.catalog.Placeholder;
import org.postbag.email.Letter;
import org.postbag.people.Correspondent;
import org.postbag.people.name.PersonName;
import org.postbag.people.name.Salutations;

/// What the placeholders of a standard reply stand for, for one letter. A fixed list and no
/// expressions: what a stranger wrote is put in as text and never read as Markdown, nor as a
/// placeholder again. A name that is not on the list stays as it stands, and the reply cannot
/// leave.
///
/// @param salutations how letters begin in the office
/// @param language of the reply, ISO 639-1
/// @param signature the office's own words, Markdown
record Placeholders(
    Letter letter,
    Correspondent to,
    Salutations salutations,
    String language,
    LocalDate today,
    String signature) {
  private static final int LONGEST = 200;
  private static final String NO_MEMBER = "your own Member";

  /// Without a `default`: a placeholder that is declared and has no value here does not compile.
  private String value(Placeholder placeholder) {
    return switch (placeholder) {
      case SALUTATION -> salutations.of(to.name(), language);
      case NAME -> to.name().map(PersonName::full).orElseGet(() -> salutations.nobody(language));
      case DATE -> salutations.forms(language).day(today);
      case SUBJECT -> StrangersSubject.usable(letter.baseSubject());
      case SIGNATURE -> signature.strip();
      case MEMBER ->
          to.member().orElseGet(() -> salutations.forms(language).member().orElse(NO_MEMBER));
    };
  }

  /// Only the signature is the office's own Markdown.
  private String markdown(Placeholder placeholder) {
    String value = value(placeholder);
    return placeholder == Placeholder.SIGNATURE ? value : strangersText(value);
  }

  /// The Markdown with every placeholder filled in.
  String fill(String markdown) {
    return Placeholder.fill(markdown, this::markdown);
  }

  /// A line of plain text, such as a subject, with every placeholder filled in.
  String fillLine(String line) {
    return oneLine(Placeholder.fill(line, this::value));
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
