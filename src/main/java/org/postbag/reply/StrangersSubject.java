package org.postbag.reply;

import java.util.regex.Pattern;
import org.postbag.catalog.TemplateMarks;

/// A letter's subject as it may stand in what the office signs. It can bring in no mark of an
/// unfinished text, and no web address: where the reply goes elsewhere, the subject would be a
/// stranger's advertisement under the office's name.
final class StrangersSubject {
  /// Stands where nothing of the subject can be used.
  static final String FALLBACK = "your letter";

  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\b(?:[a-z][a-z0-9+.-]*://|www\\.)\\S");
  private static final Pattern MARKS = Pattern.compile("[{}\\[\\]<>\\\\]+|_{2,}");

  private StrangersSubject() {}

  /// The subject itself where nothing is wrong with it; else without its brackets, as list names
  /// and `[EXTERNAL]` have them; else the fallback.
  static String usable(String subject) {
    if (isUsable(subject)) {
      return subject;
    }
    String plain = MARKS.matcher(subject).replaceAll(" ").replaceAll("\\s+", " ").strip();
    return isUsable(plain) ? plain : FALLBACK;
  }

  private static boolean isUsable(String subject) {
    return !subject.isBlank()
        && !ADDRESS.matcher(subject).find()
        && TemplateMarks.inLine(subject).isEmpty();
  }
}
