package org.postbag.catalog;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The paragraphs of a standard reply that begin with `{{only NAME}}`: they are for writers who
/// take that side alone.
public final class StanceParagraphs {
  private static final Pattern MARK =
      Pattern.compile("\\{\\{\\s*only\\s+([a-z][a-z0-9-]*)\\s*}}[ \\t]*");
  private static final String BLANK_LINES = "\\n{2,}";

  private StanceParagraphs() {}

  /// The sides that a reply has paragraphs for.
  public static Set<String> names(String markdown) {
    Set<String> names = new TreeSet<>();
    for (Matcher mark = MARK.matcher(markdown); mark.find(); ) {
      names.add(mark.group(1));
    }
    return names;
  }

  /// The reply for a writer who takes that side.
  public static String of(String markdown, String stance) {
    return Arrays.stream(markdown.split(BLANK_LINES))
        .filter(paragraph -> nameOf(paragraph).map(stance::equals).orElse(true))
        .map(StanceParagraphs::unmarked)
        .collect(Collectors.joining("\n\n"));
  }

  private static Optional<String> nameOf(String paragraph) {
    Matcher mark = MARK.matcher(paragraph);
    return mark.lookingAt() ? Optional.of(mark.group(1)) : Optional.empty();
  }

  /// The text without the marks, with all paragraphs.
  static String unmarked(String markdown) {
    return MARK.matcher(markdown).replaceAll("");
  }
}
