package org.postbag.people.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the name of a person from what somebody wrote for a name. What may as well be an
/// organisation's, a device's, a jest or a role is none.
public final class NameReader {
  private static final int MOST_WORDS = 8;
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}]+(?:[’'.-][\\p{L}\\p{M}]*)*\\.?");
  private static final Pattern SQUARE = Pattern.compile("\\[[^\\[\\]]{0,40}]");
  private static final Pattern POSSESSIVE = Pattern.compile(".{2,}(?:['’]s|s['’])");
  private static final Pattern CREDENTIAL = Pattern.compile("[FMA][A-Z]{2,6}");

  private NameReader() {}

  /// The name in a display name, or in a line of a signature.
  public static Optional<PersonName> read(String written) {
    NameText text = NameText.of(written);
    if (!WriterName.isUsable(SQUARE.matcher(written).replaceAll(" "))) {
      return Optional.empty();
    }
    return inOrder(text.parts())
        .map(name -> text.bracketed().map(title -> title + " " + name).orElse(name))
        .flatMap(NameReader::readInOrder);
  }

  /// `Lee, Ann` as `Ann Lee`, and without what else stands behind commas.
  private static Optional<String> inOrder(List<String> parts) {
    if (parts.size() < 2) {
      return parts.stream().findFirst();
    }
    List<String> first = words(parts.getFirst());
    List<String> second = withoutTail(words(parts.get(1)));
    boolean familyName =
        first.size() == 1 || (first.size() < 4 && NameLists.isParticle(first.getFirst()));
    if (familyName && !second.isEmpty() && startsName(second)) {
      return Optional.of(String.join(" ", second) + " " + parts.getFirst());
    }
    return Optional.of(parts.getFirst());
  }

  private static boolean startsName(List<String> words) {
    return Title.atStartOf(words).filter(Title::isPersonal).isPresent()
        || Untitled.isInitials(words.getFirst())
        || NameLists.isAnyGiven(words.getFirst());
  }

  private static Optional<PersonName> readInOrder(String name) {
    List<String> words = withoutTail(words(name));
    boolean plausible =
        !words.isEmpty()
            && words.size() <= MOST_WORDS
            && words.stream().noneMatch(word -> POSSESSIVE.matcher(word).matches())
            && !NameLists.isRefused(words);
    if (!plausible) {
      return Optional.empty();
    }
    Optional<PersonName> couple = Couple.of(words);
    return couple.isPresent() || Couple.isJoined(words) ? couple : single(words);
  }

  /// The name of one person.
  static Optional<PersonName> single(List<String> words) {
    if (!words.stream().allMatch(word -> WORD.matcher(word).matches())) {
      return Optional.empty();
    }
    List<Title> titles = new ArrayList<>();
    List<String> rest = words;
    Optional<Title> next = Title.atStartOf(rest);
    while (next.isPresent() && (rest.size() > next.get().words())) {
      titles.add(next.get());
      rest = rest.subList(next.get().words(), rest.size());
      next = Title.atStartOf(rest);
    }
    if (NameLists.isRefused(rest) || titles.stream().anyMatch(NameReader::isOffice)) {
      return Optional.empty();
    }
    List<String> name = rest;
    Optional<Title> title = titles.stream().reduce((one, two) -> one.isBelow(two) ? two : one);
    return title
        .filter(Title::isPersonal)
        .map(t -> Titled.of(t, Casing.of(name)))
        .orElseGet(() -> Untitled.of(name));
  }

  private static boolean isOffice(Title title) {
    return title.address() == Title.Address.OFFICE;
  }

  static List<String> words(String text) {
    return Stream.of(text.split(" ")).filter(word -> !word.isBlank()).toList();
  }

  /// Without post-nominals: known ones and, behind a whole name, those in capitals count.
  private static List<String> withoutTail(List<String> words) {
    int end = words.size();
    while (end > 1 && isTail(words, end - 1)) {
      end--;
    }
    return words.subList(0, end);
  }

  private static boolean isTail(List<String> words, int at) {
    String word = words.get(at);
    boolean small = word.chars().noneMatch(Character::isUpperCase);
    boolean known = NameLists.isPostNominal(word) && (!small || word.length() > 4);
    boolean mixed = at > 1 && !Casing.isCapitals(words.get(at - 1));
    return known
        || (mixed
            && CREDENTIAL.matcher(word).matches()
            && !NameLists.isSurname(word)
            && !NameLists.isAnyGiven(word)
            && Casing.isCapitals(word));
  }
}
