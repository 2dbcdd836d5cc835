package org.postbag.reply;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.postbag.email.Letter;
import org.postbag.email.text.Languages;

/// In which of several languages a letter is to be answered.
final class LetterLanguage {
  private static final String UNDECIDED = "und";

  /// Of a letter in two languages, as many are written in Wales, no one decides for the writer.
  private static final double MOST = 0.75;

  private LetterLanguage() {}

  /// The letter's language; `und` where a good part of it is in another of these languages.
  static String of(Letter letter, Set<String> languages) {
    if (languages.size() < 2) {
      return letter.language();
    }
    Map<String, Integer> shares = new HashMap<>();
    for (String paragraph : letter.visibleText().split("\\n\\s*\\n", -1)) {
      String language = Languages.of(paragraph);
      if (languages.contains(language)) {
        shares.merge(language, paragraph.length(), Integer::sum);
      }
    }
    int all = shares.values().stream().mapToInt(Integer::intValue).sum();
    int own = shares.getOrDefault(letter.language(), 0);
    return all > 0 && own < MOST * all ? UNDECIDED : letter.language();
  }
}
