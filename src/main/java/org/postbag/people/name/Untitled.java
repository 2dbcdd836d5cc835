package org.postbag.people.name;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A name without a title, which must prove that it is a person's.
final class Untitled {
  private static final Pattern INITIALS = Pattern.compile("\\p{Lu}|(?:\\p{Lu}\\.){1,3}|\\p{Lu}{2}");
  private static final int MOST_WORDS = 6;

  private Untitled() {}

  static Optional<PersonName> of(List<String> written) {
    boolean organisation =
        written.stream().anyMatch(NameLists::isOrganisation)
            || NameLists.isPlace(written.getLast());
    if (organisation || written.size() > MOST_WORDS) {
      return Optional.empty();
    }
    boolean surnameFirst = isSurnameFirst(written);
    List<String> ordered = surnameFirst ? turned(written) : written;
    List<String> name = Casing.of(ordered);
    if (!isLatin(written)) {
      return otherScript(written);
    }
    boolean person = name.size() == 1 ? isGivenAlone(written.getFirst()) : isPerson(name);
    return person ? Optional.of(named(name)) : Optional.empty();
  }

  private static PersonName named(List<String> name) {
    String whole = String.join(" ", name);
    return new PersonName(
        whole, whole, Optional.of(name.getFirst()), surname(name), Optional.empty());
  }

  /// The surname in a name of several words.
  static Optional<String> surname(List<String> name) {
    return name.size() > 1 ? Optional.of(familyName(name)) : Optional.empty();
  }

  /// The last word with the particles before it: `van der Meer`, `Ó Briain`.
  static String familyName(List<String> name) {
    int first = name.size() - 1;
    while (first > 0 && NameLists.isParticle(name.get(first - 1)) && !isSaint(name, first - 1)) {
      first--;
    }
    return String.join(" ", name.subList(first, name.size()));
  }

  /// St John is a first name before a surname.
  private static boolean isSaint(List<String> name, int at) {
    return WordList.plain(name.get(at)).equals("st") && at == 0;
  }

  /// `SMITH John`.
  private static boolean isSurnameFirst(List<String> name) {
    return name.size() > 1
        && name.getFirst().length() > 2
        && Casing.isCapitals(name.getFirst())
        && name.stream().skip(1).noneMatch(Casing::isCapitals)
        && NameLists.isAnyGiven(name.get(1));
  }

  private static List<String> turned(List<String> name) {
    return java.util.stream.Stream.concat(name.stream().skip(1), name.stream().limit(1)).toList();
  }

  private static boolean isGivenAlone(String word) {
    boolean letters = word.length() > 3 || (word.length() > 1 && !Casing.isCapitals(word));
    boolean known =
        NameLists.isGivenWord(word) || (NameLists.isGiven(word) && !NameLists.isWord(word));
    return letters && known && !NameLists.isPlace(word);
  }

  static boolean isInitials(String word) {
    return INITIALS.matcher(word).matches();
  }

  private static boolean isPerson(List<String> name) {
    String first = name.getFirst();
    String last = name.getLast();
    boolean middle = name.subList(1, name.size() - 1).stream().allMatch(Untitled::mayStandInside);
    if (!middle || isInitials(last)) {
      return false;
    }
    boolean known = NameLists.isSurname(last);
    boolean particle = name.size() > 2 && NameLists.isParticle(name.get(name.size() - 2));
    boolean word = !particle && NameLists.isWord(last) && !NameLists.isAnyGiven(last);
    if (isInitials(first)) {
      return last.length() > 2 && (known || !word);
    }
    if (NameLists.isAnyGiven(first)) {
      return known || !word || NameLists.isFamilyFirst(first);
    }
    return !NameLists.isWord(first) && !NameLists.isPlace(first) && isForeign(name, known && !word);
  }

  /// The first name is not known. The surname must be, and be no English word; or the order is the
  /// other one; or the letters are none that English writes.
  private static boolean isForeign(List<String> name, boolean known) {
    String first = name.getFirst();
    String last = name.getLast();
    boolean otherOrder =
        NameLists.isAnyGiven(last)
            && (NameLists.isSurname(first) || NameLists.isFamilyFirst(first));
    boolean surname = known && !NameLists.isSurnameWord(last) && !NameLists.isSurname(first);
    boolean accents = name.stream().anyMatch(w -> w.chars().anyMatch(c -> c > 0x7f && c != '’'));
    return surname || otherOrder || NameLists.isFamilyFirst(first) || accents;
  }

  private static boolean mayStandInside(String word) {
    return isInitials(word)
        || NameLists.isParticle(word)
        || NameLists.isAnyGiven(word)
        || NameLists.isSurname(word)
        || !NameLists.isWord(word);
  }

  /// `Wang Xiaoming`: the family name stands first, and no European surname behind.
  static boolean familyFirst(List<String> name) {
    return name.size() == 2
        && NameLists.isFamilyFirst(name.getFirst())
        && !NameLists.isSurname(name.getLast());
  }

  private static boolean isLatin(List<String> name) {
    return name.stream().allMatch(word -> script(word) == UnicodeScript.LATIN);
  }

  private static UnicodeScript script(String word) {
    return UnicodeScript.of(word.codePointAt(0));
  }

  /// Names in other scripts are written in the order that is usual there, and greeted whole.
  private static Optional<PersonName> otherScript(List<String> name) {
    boolean known =
        switch (script(name.getFirst())) {
          case HAN, HANGUL, HIRAGANA, KATAKANA -> isEastAsian(String.join("", name));
          default ->
              name.size() > 1
                  && name.size() < 5
                  && name.stream().anyMatch(w -> NameLists.isAnyGiven(w) || NameLists.isSurname(w));
        };
    String whole = String.join(" ", name);
    return known
        ? Optional.of(
            new PersonName(whole, whole, Optional.empty(), Optional.empty(), Optional.empty()))
        : Optional.empty();
  }

  private static boolean isEastAsian(String name) {
    boolean surname = NameLists.isSurname(name.substring(0, 1));
    boolean longer = name.length() > 2 && NameLists.isSurname(name.substring(0, 2));
    return name.length() > 1 && name.length() < 6 && (surname || longer);
  }
}
