package org.postbag.people.name;

import java.util.List;
import java.util.Optional;

/// A name behind a title.
final class Titled {
  private Titled() {}

  /// @param name in its right capitals, not empty
  static Optional<PersonName> of(Title title, List<String> name) {
    return switch (title.address()) {
      case SURNAME -> bySurname(title, name);
      case RELIGIOUS -> name.size() == 1 ? whole(title, name) : bySurname(title, name);
      case GIVEN -> byGiven(title, name);
      case PEER -> bySurname(title, withoutPlace(name));
      case STYLE, OFFICE -> Optional.empty();
    };
  }

  private static Optional<PersonName> whole(Title title, List<String> name) {
    String given = name.getFirst();
    return NameLists.isAnyGiven(given)
        ? Optional.of(named(title, given, name, Optional.of(given), Optional.empty()))
        : bySurname(title, name);
  }

  private static Optional<PersonName> byGiven(Title title, List<String> name) {
    String given = name.getFirst();
    boolean known = NameLists.isAnyGiven(given) || (name.size() > 1 && !NameLists.isWord(given));
    return known && !Untitled.isInitials(given)
        ? Optional.of(named(title, given, name, Optional.of(given), Untitled.surname(name)))
        : Optional.empty();
  }

  private static Optional<PersonName> bySurname(Title title, List<String> name) {
    String surname = Untitled.familyFirst(name) ? name.getFirst() : Untitled.familyName(name);
    if (!isPlausible(surname) || (name.size() > 1 && !isName(name.getFirst()))) {
      return Optional.empty();
    }
    Optional<String> given = name.size() > 1 ? Optional.of(name.getFirst()) : Optional.empty();
    return isVietnamese(name)
        ? Optional.empty()
        : Optional.of(named(title, surname, name, given, Optional.of(surname)));
  }

  /// Somebody from Viet Nam is addressed by the last of the given names, behind three or more.
  private static boolean isVietnamese(List<String> name) {
    return name.size() > 2 && WordList.plain(name.getFirst()).equals("nguyen");
  }

  /// A surname may be a word only where it is known as one, or a particle stands before it.
  private static boolean isPlausible(String surname) {
    String last = surname.substring(surname.lastIndexOf(' ') + 1);
    boolean initials = Untitled.isInitials(last);
    boolean particle = surname.length() > last.length();
    return !initials
        && (particle
            || NameLists.isPlace(last)
            || NameLists.isSurname(last)
            || NameLists.isAnyGiven(last)
            || !isWords(last));
  }

  private static boolean isWords(String name) {
    return List.of(name.split("-")).stream().anyMatch(NameLists::isWord);
  }

  private static boolean isName(String word) {
    return Untitled.isInitials(word)
        || NameLists.isParticle(word)
        || NameLists.isAnyGiven(word)
        || NameLists.isSurname(word)
        || !NameLists.isWord(word);
  }

  private static List<String> withoutPlace(List<String> name) {
    int of = name.indexOf("of");
    return of > 0 ? name.subList(0, of) : name;
  }

  private static PersonName named(
      Title title,
      String spoken,
      List<String> name,
      Optional<String> given,
      Optional<String> surname) {
    String full = title.shown() + " " + String.join(" ", name);
    return new PersonName(
        title.shown() + " " + spoken, full, given, surname, Optional.of(title.shown()));
  }
}
