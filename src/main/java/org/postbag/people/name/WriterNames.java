package org.postbag.people.name;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postbag.email.Letter;

/// The sub-room's door: what a letter tells of its writer's name.
///
/// The name under a letter is the writer's; the one before the address is whose account it is,
/// often the same person's and sometimes a partner's or a parent's. Where both may be one person's,
/// the one that tells more is taken.
public final class WriterNames {
  private static final Pattern GREETING = Pattern.compile("(?i)(?:dear|hello|hi|annwyl)\\b.{1,60}");
  private static final int GREETING_WITHIN = 25;

  private WriterNames() {}

  /// The name of the writer of a letter in English.
  public static Optional<KnownName> of(Letter letter, Optional<String> display, NameSource source) {
    return of(letter, display, source, Salutations.STANDARD.forms(Salutations.DEFAULT_LANGUAGE));
  }

  /// The name of a letter's writer; empty where none is surely a person's.
  ///
  /// @param display the name of the one who is answered, as the letter's head or a form tells it
  /// @param source which of the two it was
  /// @param forms of the letter's language
  public static Optional<KnownName> of(
      Letter letter, Optional<String> display, NameSource source, LanguageForms forms) {
    Optional<KnownName> head =
        display
            .map(forms::withTitle)
            .flatMap(NameReader::read)
            .map(name -> new KnownName(name, source));
    List<String> lines = OwnLines.of(letter).stream().map(forms::withTitle).toList();
    Optional<SignedName> signed =
        SignedName.in(lines).filter(name -> name.closed() || !isAddressee(name.name(), lines));
    Optional<KnownName> foot =
        signed
            .filter(name -> name.closed() || head.isEmpty() || name.name().mayBe(head.get().name()))
            .map(name -> new KnownName(name.name(), NameSource.SIGNATURE));
    Optional<KnownName> opening =
        OpeningName.in(String.join("\n", lines))
            .map(name -> new KnownName(name, NameSource.OPENING));
    return better(better(head, opening), foot);
  }

  /// The second where it is another person, else the one that tells more.
  private static Optional<KnownName> better(Optional<KnownName> one, Optional<KnownName> two) {
    if (one.isEmpty() || two.isEmpty()) {
      return one.or(() -> two);
    }
    return one.get().name().mayBe(two.get().name()) && tells(one.get(), two.get()) ? one : two;
  }

  private static boolean tells(KnownName one, KnownName two) {
    PersonName first = one.name();
    PersonName second = two.name();
    if (first.titled() != second.titled()) {
      return first.titled();
    }
    return first.parts() != second.parts()
        ? first.parts() > second.parts()
        : first.given().orElse("").length() >= second.given().orElse("").length();
  }

  /// Letters name the representative at their head, and some in an address at their end.
  private static boolean isAddressee(PersonName name, List<String> lines) {
    return lines.stream()
        .limit(GREETING_WITHIN)
        .filter(line -> GREETING.matcher(line).matches())
        .anyMatch(line -> name.surname().filter(s -> ends(line, s)).isPresent());
  }

  private static boolean ends(String greeting, String surname) {
    return greeting.replaceAll("[\\s,.:!-]+$", "").endsWith(" " + surname);
  }
}
