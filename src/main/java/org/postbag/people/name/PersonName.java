package org.postbag.people.name;

import java.util.Optional;

/// The name of a person, or of a couple.
///
/// @param spoken what stands behind `Dear`: `Ms Lee`, `Ann Lee`, `Sir Keith`
/// @param full the name with its title: `Ms Ann Lee`
/// @param given the first name, or its initial; empty where none stands there
/// @param surname empty where a first name alone is known, or the order is not
/// @param title the title that is part of what is spoken: `Ms`, `Sir`
public record PersonName(
    String spoken,
    String full,
    Optional<String> given,
    Optional<String> surname,
    Optional<String> title) {
  /// Whether a title is part of what is spoken.
  boolean titled() {
    return title.isPresent();
  }

  /// What is spoken, without its title: `Lee`, `Keith`.
  String untitled() {
    return title
        .filter(t -> spoken.startsWith(t + " "))
        .map(t -> spoken.substring(t.length() + 1))
        .orElse(spoken);
  }

  /// Whether nothing speaks against their being one person: `Ms Lee` and `Ann Lee`, `A Lee` and
  /// `Ann Lee`, but not `Tom Lee` and `Ann Lee`.
  boolean mayBe(PersonName other) {
    return agree(surname, other.surname, false) && agree(given, other.given, true);
  }

  private static boolean agree(Optional<String> mine, Optional<String> theirs, boolean short_) {
    if (mine.isEmpty() || theirs.isEmpty()) {
      return true;
    }
    String one = WordList.plain(mine.get()).replace(".", "");
    String two = WordList.plain(theirs.get()).replace(".", "");
    return one.equals(two) || (short_ && (begins(one, two) || begins(two, one)));
  }

  /// An initial, or a short form such as Sue for Susan.
  private static boolean begins(String whole, String start) {
    return start.length() > 1 ? whole.startsWith(start.substring(0, 2)) : whole.startsWith(start);
  }

  /// How much of a name is known.
  int parts() {
    return (given.isPresent() ? 1 : 0) + (surname.isPresent() ? 1 : 0) + (titled() ? 1 : 0);
  }
}
