package org.postbag.people.name;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is known of a word that stands in a name.
final class NameLists {
  private static final WordList GIVEN = WordList.in("given-names.txt");
  private static final WordList GIVEN_WORDS = WordList.in("given-words.txt");
  private static final WordList SURNAMES = WordList.in("surnames.txt");
  private static final WordList SURNAME_WORDS = WordList.in("surname-words.txt");
  private static final WordList WORDS = WordList.in("words.txt");
  private static final WordList ORGANISATIONS = WordList.in("organisations.txt");
  private static final WordList PLACES = WordList.in("places.txt");
  private static final WordList FAMILY_FIRST = WordList.in("family-first.txt");
  private static final WordList POST_NOMINALS = WordList.in("post-nominals.txt");
  private static final Set<String> REFUSED_NAMES = part("refused.txt", "", "[word]");
  private static final Set<String> REFUSED_WORDS = part("refused.txt", "[word]", "");
  private static final Set<String> PARTICLES = words(part("particles.txt", "", "[small]"));
  private static final Set<String> SMALL_PARTICLES = words(part("particles.txt", "[small]", ""));

  /// The lines behind one heading, to the next.
  private static Set<String> part(String file, String from, String to) {
    List<String> lines = WordList.lines(file);
    int end = to.isEmpty() ? lines.size() : lines.indexOf(to);
    return Set.copyOf(lines.subList(lines.indexOf(from) + 1, end));
  }

  private static Set<String> words(Set<String> lines) {
    return lines.stream()
        .flatMap(line -> Stream.of(line.split(" ")))
        .map(WordList::plain)
        .collect(Collectors.toUnmodifiableSet());
  }

  private NameLists() {}

  /// A first name that is no English word.
  static boolean isGiven(String word) {
    return isAnyGiven(word) && !isGivenWord(word);
  }

  /// A first name that is an English word or a common surname too.
  static boolean isGivenWord(String word) {
    return GIVEN_WORDS.has(WordList.plain(word));
  }

  /// A first name; of a double one each half.
  static boolean isAnyGiven(String word) {
    String plain = WordList.plain(word);
    return isGivenPlain(plain) || isDouble(plain, NameLists::isGivenPlain);
  }

  private static boolean isGivenPlain(String plain) {
    return GIVEN_WORDS.has(plain) || GIVEN.has(plain);
  }

  private static boolean isDouble(String plain, Predicate<String> half) {
    return plain.indexOf('-') > 0 && Stream.of(plain.split("-")).allMatch(half);
  }

  /// A surname; of a double one each half.
  static boolean isSurname(String word) {
    String plain = WordList.plain(word);
    return isSurnamePlain(plain) || isDouble(plain, NameLists::isSurnamePlain);
  }

  private static boolean isSurnamePlain(String plain) {
    return SURNAMES.has(plain) || SURNAME_WORDS.has(plain);
  }

  static boolean isSurnameWord(String word) {
    return SURNAME_WORDS.has(WordList.plain(word));
  }

  /// An English word, in one of its usual endings.
  static boolean isWord(String word) {
    String plain = WordList.plain(word);
    return WORDS.has(plain) || ORGANISATIONS.has(plain);
  }

  static boolean isOrganisation(String word) {
    String plain = WordList.plain(word);
    return ORGANISATIONS.has(plain)
        || (plain.endsWith("'s") && ORGANISATIONS.has(plain.substring(0, plain.length() - 2)));
  }

  static boolean isPlace(String word) {
    return PLACES.has(WordList.plain(word));
  }

  static boolean isFamilyFirst(String word) {
    return FAMILY_FIRST.has(WordList.plain(word));
  }

  /// Written large, some are a first name (Ben) or an initial (E).
  static boolean isParticle(String word) {
    String plain = WordList.plain(word);
    boolean small = word.equals(word.toLowerCase(Locale.ROOT));
    return PARTICLES.contains(plain) || (small && SMALL_PARTICLES.contains(plain));
  }

  static boolean isPostNominal(String word) {
    return POST_NOMINALS.has(WordList.plain(word).replace(".", ""));
  }

  /// @param words of a whole name, without its title and with it
  static boolean isRefused(List<String> words) {
    List<String> plain = words.stream().map(WordList::plain).toList();
    return REFUSED_NAMES.contains(String.join(" ", plain))
        || plain.stream().anyMatch(REFUSED_WORDS::contains);
  }
}
