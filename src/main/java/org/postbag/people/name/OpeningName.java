package org.postbag.people.name;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.email.text.Phrases;

/// The name with which a letter introduces its writer: `My name is Ann Lee and …`, `I, Ann Lee, …`.
final class OpeningName {
  private static final int NEAR_THE_TOP = 500;
  private static final Phrases PHRASES = Phrases.in(OpeningName.class, "letters.txt");
  private static final String NAME =
      " {1,2}((?:(?!(?:and|from|of|at|in|who|I|the|a|an)\\b)[\\p{L}\\p{M}.’'-]{1,20} ?){1,6})"
          + "(?=[,.;:!?\\n–—(]|(?:and|from|of|at|in|who|I|the|a|an)\\b|$)";
  private static final Pattern NAMED =
      Pattern.compile("(?<![\\p{L}\\p{M}'’])(?i:" + PHRASES.any("opening") + ")" + NAME);
  private static final Pattern I_AM =
      Pattern.compile("(?<![\\p{L}\\p{M}'’])(?i:" + PHRASES.any("i am") + ")" + NAME);

  private OpeningName() {}

  static Optional<PersonName> in(String text) {
    String top = text.substring(0, Math.min(text.length(), NEAR_THE_TOP));
    return first(NAMED, top).or(() -> first(I_AM, top).filter(name -> name.surname().isPresent()));
  }

  private static Optional<PersonName> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(1).strip();
      Optional<PersonName> read =
          Character.isUpperCase(name.codePointAt(0)) ? NameReader.read(name) : Optional.empty();
      if (read.isPresent()) {
        return read;
      }
    }
    return Optional.empty();
  }
}
