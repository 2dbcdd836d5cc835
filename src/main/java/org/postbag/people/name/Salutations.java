package org.postbag.people.name;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How a letter to somebody begins, in the language of the letter.
public final class Salutations {
  /// The language of a text that tells none.
  public static final String DEFAULT_LANGUAGE = "en";

  /// How letters begin in one language.
  ///
  /// @param named with `{}` in place of the name; empty where the language has no such greeting
  private record Greeting(String named, String nameless) {}

  private static final Map<String, Greeting> SHIPPED = shipped();

  /// As they are shipped.
  public static final Salutations STANDARD = new Salutations(Map.of());

  private final Map<String, Greeting> greetings;

  /// @param nameless how a letter begins without a name, by ISO 639-1 code; what is not in it is as
  ///   shipped
  public Salutations(Map<String, String> nameless) {
    Map<String, Greeting> all = new HashMap<>(SHIPPED);
    nameless.forEach((language, words) ->
        all.merge(language, new Greeting("", words), (old, _) -> new Greeting(old.named(), words)));
    this.greetings = Map.copyOf(all);
  }

  private static Map<String, Greeting> shipped() {
    Map<String, Greeting> all = new LinkedHashMap<>();
    for (String line : WordList.lines("greetings.txt")) {
      String[] halves = line.substring(line.indexOf('=') + 1).split("\\|", 2);
      all.put(line.substring(0, 2), new Greeting(halves[0].strip(), halves[1].strip()));
    }
    return Map.copyOf(all);
  }

  /// The languages that have a salutation as shipped.
  public static Set<String> languages() {
    return SHIPPED.keySet();
  }

  /// `Dear Ms Lee`, or `Dear Sir or Madam`.
  ///
  /// @param language ISO 639-1; one that has no salutation is taken for English
  public String of(Optional<PersonName> name, String language) {
    Greeting greeting = greeting(language);
    return name.filter(_ -> !greeting.named().isEmpty())
        .map(known -> greeting.named().replace("{}", known.spoken()))
        .orElse(greeting.nameless());
  }

  /// What stands in place of a name where none is known: `Sir or Madam`.
  public String nobody(String language) {
    Greeting greeting = greeting(language);
    String before = greeting.named().replace("{}", "");
    return !before.isEmpty() && greeting.nameless().startsWith(before)
        ? greeting.nameless().substring(before.length())
        : greeting.nameless();
  }

  private Greeting greeting(String language) {
    Greeting standard = java.util.Objects.requireNonNull(greetings.get(DEFAULT_LANGUAGE));
    return greetings.getOrDefault(language, standard);
  }
}
