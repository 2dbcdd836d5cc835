package org.postbag.people.name;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Two people who write together: `Mr & Mrs Smith`, `Tom and Ann Lee`.
final class Couple {
  private static final Set<String> AND =
      Set.of("&", "and", "+", "und", "et", "a'r", "a", "ac", "y");

  private Couple() {}

  /// Whether two are joined.
  static boolean isJoined(List<String> words) {
    return at(words) > 0;
  }

  private static int at(List<String> words) {
    for (int i = 1; i < words.size() - 1; i++) {
      if (AND.contains(WordList.plain(words.get(i))) && !words.get(i).equals("y")) {
        return i;
      }
    }
    return -1;
  }

  static Optional<PersonName> of(List<String> words) {
    int at = at(words);
    if (at < 0 || words.stream().filter(w -> AND.contains(WordList.plain(w))).count() > 1) {
      return Optional.empty();
    }
    List<String> left = words.subList(0, at);
    List<String> right = words.subList(at + 1, words.size());
    Optional<PersonName> second = NameReader.single(right);
    Optional<PersonName> titles = second.filter(PersonName::titled).flatMap(n -> titled(left, n));
    return titles.isPresent() ? titles : untitled(left, right, second);
  }

  /// `Mr and Mrs Lee`, `Mr Tom and Mrs Ann Lee`, `Dr Lee and Mr Cole`.
  private static Optional<PersonName> titled(List<String> left, PersonName second) {
    Optional<Title> title = Title.atStartOf(left).filter(Title::isPersonal);
    boolean alone = title.filter(t -> t.words() == left.size()).isPresent();
    boolean given = left.size() == 2 && NameLists.isAnyGiven(left.getLast());
    boolean sir = title.filter(t -> t.address() == Title.Address.GIVEN).isPresent();
    if (title.isPresent() && (alone || (given && !sir && second.given().isPresent()))) {
      return Optional.of(joined(title.get().shown(), second));
    }
    return NameReader.single(left)
        .filter(PersonName::titled)
        .map(first -> joined(first.spoken(), second));
  }

  private static Optional<PersonName> untitled(
      List<String> left, List<String> right, Optional<PersonName> second) {
    if (left.size() != 1 || !NameLists.isAnyGiven(left.getFirst())) {
      return Optional.empty();
    }
    String first = Casing.of(left).getFirst();
    boolean firm = right.size() == 1 && isFirm(left.getFirst(), right.getFirst());
    return second.filter(name -> !name.titled() && !firm).map(name -> joined(first, name));
  }

  /// Two partners of a firm, rather than two first names.
  private static boolean isFirm(String one, String two) {
    return one.equals(two) || NameLists.isSurnameWord(one) || NameLists.isSurnameWord(two);
  }

  private static PersonName joined(String first, PersonName second) {
    String both = first + " and " + second.spoken();
    boolean titled = second.titled();
    return new PersonName(
        both,
        both,
        Optional.empty(),
        second.surname(),
        titled ? Optional.of(both) : Optional.empty());
  }
}
