package org.postbag.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// How a letter to a person begins, made from the name that stands before the address. When the
/// name does not look like a person's, the letter begins `Dear Sir or Madam`: a wrong name offends
/// more than none, and `Dear ,` must never leave.
final class Salutation {
  static final String WITHOUT_NAME = "Dear Sir or Madam";

  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "dr",
          "prof",
          "professor",
          "sir",
          "dame",
          "lord",
          "lady",
          "rev",
          "reverend",
          "cllr",
          "councillor",
          "fr",
          "sister",
          "rabbi",
          "imam",
          "capt",
          "captain",
          "major",
          "colonel");
  private static final Pattern WORD =
      Pattern.compile("\\p{Lu}?[\\p{L}\\p{M}]+([’'.-][\\p{L}\\p{M}]*)*\\.?");
  private static final Set<String> ORGANISATION =
      Set.of(
          "team",
          "office",
          "campaign",
          "campaigns",
          "ltd",
          "limited",
          "council",
          "trust",
          "group",
          "association",
          "society",
          "charity",
          "support",
          "info",
          "admin",
          "noreply",
          "newsletter",
          "via",
          "service",
          "services",
          "union",
          "committee",
          "the",
          "and");
  private static final int MOST_WORDS = 5;

  private Salutation() {}

  /// `Dear Ms Lee` for `Ms Ann Lee`, `Dear Ann Lee` for `Ann Lee` or `Lee, Ann`.
  static String of(Optional<String> name) {
    return name.map(Salutation::inOrder)
        .map(text -> List.of(text.strip().split("\\s+")))
        .filter(Salutation::isPerson)
        .map(words -> "Dear " + String.join(" ", addressed(words)))
        .orElse(WITHOUT_NAME);
  }

  /// `Lee, Ann` as `Ann Lee`; what stands in brackets is left out.
  private static String inOrder(String name) {
    String plain = name.replaceAll("[(\\[{<].*?[)\\]}>]", " ").replaceAll("[\"“”]", " ").strip();
    String[] halves = plain.split(",", -1);
    return halves.length == 2 ? halves[1].strip() + " " + halves[0].strip() : plain;
  }

  private static boolean isPerson(List<String> words) {
    return words.size() <= MOST_WORDS
        && words.stream().allMatch(word -> WORD.matcher(word).matches())
        && words.stream().noneMatch(word -> ORGANISATION.contains(plain(word)))
        && (words.size() > 1 || Character.isUpperCase(words.getFirst().codePointAt(0)))
        && words.getLast().length() > 1;
  }

  private static List<String> addressed(List<String> words) {
    // A small word beside a capital is a particle, as in van der Meer; only small words are no
    // choice.
    boolean particles = words.stream().anyMatch(w -> Character.isUpperCase(w.codePointAt(0)));
    List<String> cased =
        words.stream()
            .map(w -> particles && Character.isLowerCase(w.codePointAt(0)) ? w : cased(w))
            .toList();
    boolean titled = cased.size() > 1 && TITLES.contains(plain(cased.getFirst()));
    if (!titled) {
      return cased;
    }
    // A knight is addressed by the first name: Dear Sir Keith.
    boolean firstName = Set.of("sir", "dame").contains(plain(cased.getFirst()));
    return Arrays.asList(cased.getFirst(), firstName ? cased.get(1) : cased.getLast());
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace(".", "");
  }

  /// `LEE` and `lee` as `Lee`; what has both cases stays as its owner writes it.
  private static String cased(String word) {
    boolean oneCase =
        word.equals(word.toUpperCase(Locale.ROOT)) || word.equals(word.toLowerCase(Locale.ROOT));
    if (!oneCase || word.length() < 2) {
      return word;
    }
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(Locale.ROOT)
        + word.substring(first).toLowerCase(Locale.ROOT);
  }
}
