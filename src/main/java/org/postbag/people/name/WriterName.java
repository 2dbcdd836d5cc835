package org.postbag.people.name;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.postbag.catalog.TemplateMarks;

/// Whether a name that a stranger wrote may stand in a reply. One that is a mark of an unfinished
/// text, a web address, or what programs write for want of a name is not used at all.
final class WriterName {
  private static final Set<String> NO_NAME =
      Set.of("null", "none", "undefined", "nil", "nan", "unknown", "n/a", "anonymous");
  private static final Pattern ADDRESS = Pattern.compile("(?i)://|\\bwww\\.|\\S@\\S");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;]+");

  private WriterName() {}

  static Optional<String> usable(Optional<String> name) {
    return name.filter(WriterName::isUsable);
  }

  static boolean isUsable(String name) {
    return !name.isBlank()
        && TemplateMarks.inLine(name).isEmpty()
        && name.indexOf('<') < 0
        && name.indexOf('>') < 0
        && !ADDRESS.matcher(name).find()
        && BETWEEN_WORDS.splitAsStream(name.toLowerCase(Locale.ROOT)).noneMatch(NO_NAME::contains);
  }
}
