package org.postbag.matching.campaign;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why a member should be read by itself, as far as its own lines tell. What is not recognised as
/// courtesy counts: a person reads one letter too many rather than miss one.
final class Signs {
  private static final Set<Integer> FIRST_PERSON =
      Stream.of("my our i we me us mine i'm i've we've i'd we're".split(" "))
          .map(Words::hash)
          .collect(Collectors.toSet());

  private static final Set<String> HOME =
      Set.of("united kingdom", "jersey", "guernsey", "isle of man", "gibraltar");

  /// Countries by their English names, lower case (ISO 3166, from the JDK's CLDR data).
  private static final Set<String> ABROAD =
      Arrays.stream(Locale.getISOCountries())
          .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
          .map(name -> name.toLowerCase(Locale.ROOT))
          .filter(name -> !HOME.contains(name))
          .collect(Collectors.toSet());

  private Signs() {}

  static Set<Sign> of(LetterText letter, List<Sentence> own, Cluster group) {
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    own.forEach(sentence -> add(letter, sentence, signs));
    if (letter.all().stream().anyMatch(line -> line.frame() && isAbroad(letter.text(line)))) {
      signs.add(Sign.ADDRESS);
    }
    if (Likeness.turned(letter, group) > 0) {
      signs.add(Sign.STANCE);
    }
    return signs;
  }

  private static void add(LetterText letter, Sentence sentence, Set<Sign> signs) {
    String text = letter.text(sentence);
    if (text.indexOf('?') >= 0) {
      signs.add(Sign.QUESTION);
    }
    if (text.chars().anyMatch(Character::isDigit) || text.indexOf('£') >= 0) {
      signs.add(Sign.NUMBER);
    }
    int[] words = letter.words().between(sentence.firstWord(), sentence.lastWord());
    if (!Arrays.stream(words).allMatch(WordLists.COURTESY::contains)) {
      boolean first = Arrays.stream(words).anyMatch(FIRST_PERSON::contains);
      signs.add(first ? Sign.FIRST_PERSON : Sign.OWN_WORDS);
    }
  }

  private static boolean isAbroad(String line) {
    return ABROAD.contains(line.strip().toLowerCase(Locale.ROOT));
  }
}
