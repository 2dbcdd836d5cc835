package org.postbag.people.name;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What stands before a name.
///
/// @param shown as it is written in a salutation
/// @param words how many words of the name it is
record Title(String shown, Address address, int words) {
  /// What of the name stands behind the title in a salutation.
  enum Address {
    /// `Dear Ms Lee`.
    SURNAME,
    /// `Dear Sister Bernadette`.
    RELIGIOUS,
    /// `Dear Sir Keith`.
    GIVEN,
    /// `Dear Lord Smith`, whose place is left out.
    PEER,
    /// Says nothing of the name.
    STYLE,
    /// The bearer of an office, who is not greeted by name.
    OFFICE
  }

  private static final int MOST_WORDS = 4;
  private static final Map<String, Title> ALL = read();

  private static Map<String, Title> read() {
    Map<String, Title> all = new HashMap<>();
    Address address = Address.SURNAME;
    for (String line : WordList.lines("titles.txt")) {
      if (line.startsWith("[")) {
        address = Address.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
      } else {
        String[] halves = line.split(" = ", 2);
        all.put(halves[0], new Title(halves[1], address, halves[0].split(" ").length));
      }
    }
    return Map.copyOf(all);
  }

  /// The longest title that these words begin with.
  static Optional<Title> atStartOf(List<String> words) {
    for (int count = Math.min(MOST_WORDS, words.size()); count > 0; count--) {
      StringBuilder phrase = new StringBuilder();
      for (String word : words.subList(0, count)) {
        phrase.append(phrase.isEmpty() ? "" : " ").append(plain(word));
      }
      Title title = ALL.get(phrase.toString());
      if (title != null) {
        return Optional.of(title);
      }
    }
    return Optional.empty();
  }

  private static String plain(String word) {
    return WordList.plain(word).replace(".", "");
  }

  /// Whether it says who somebody is: `Ms`, `Dr`, `Lord`.
  boolean isPersonal() {
    return switch (address) {
      case SURNAME, RELIGIOUS, GIVEN, PEER -> true;
      case STYLE, OFFICE -> false;
    };
  }

  /// Of several, the one that is spoken: `Revd Dr Lee` is Dr Lee, `Professor Sir John` Professor.
  boolean isBelow(Title next) {
    return address == Address.STYLE || (shown.startsWith("Rev") && next.isPersonal());
  }
}
