package org.postbag.people.name;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How a letter to somebody begins, in the language of the letter: as its language file says, else
/// as `greetings.txt` does for the languages without one.
public final class Salutations {
  /// The language of a text that tells none.
  public static final String DEFAULT_LANGUAGE = "en";

  private static final Map<String, String> SHIPPED = shipped();

  /// As they are shipped.
  public static final Salutations STANDARD = new Salutations(Map.of());

  private final Map<String, String> nameless;
  private final Map<String, LanguageForms> languages = new HashMap<>();

  /// @param nameless how a letter begins without a name, by ISO 639-1 code; what is not in it is as
  ///   shipped
  public Salutations(Map<String, String> nameless) {
    this(nameless, Speech.shipped());
  }

  private Salutations(Map<String, String> nameless, Speech speech) {
    this.nameless = Map.copyOf(nameless);
    LanguageForms standard = speech.standard();
    SHIPPED.forEach(
        (language, words) -> languages.put(language, without(language, words, standard)));
    languages.putAll(speech.languages());
    nameless.forEach((language, words) ->
        languages.merge(
            language,
            without(language, "|" + words, standard),
            (known, _) -> known.withNameless(words)));
  }

  /// The same by other language files.
  public Salutations in(Speech speech) {
    return new Salutations(nameless, speech);
  }

  private static Map<String, String> shipped() {
    Map<String, String> all = new HashMap<>();
    for (String line : WordList.lines("greetings.txt")) {
      all.put(line.substring(0, 2), line.substring(line.indexOf('=') + 1));
    }
    return Map.copyOf(all);
  }

  /// A language without a file: its days are written as Unicode's CLDR has them.
  private static LanguageForms without(String language, String words, LanguageForms standard) {
    String[] halves = words.split("\\|", 2);
    DateTimeFormatter date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.of(language));
    return new LanguageForms(
        language,
        halves[0].strip(),
        halves[1].strip(),
        Map.of(),
        Map.of(),
        standard.couple(),
        date,
        standard.quotation(),
        Optional.empty());
  }

  /// The languages that have a salutation as shipped.
  public static Set<String> languages() {
    return new TreeSet<>(STANDARD.languages.keySet());
  }

  /// How letters are written in a language; as in English where nothing is known of it.
  ///
  /// @param language ISO 639-1
  public LanguageForms forms(String language) {
    LanguageForms forms = languages.get(language);
    return forms == null ? Objects.requireNonNull(languages.get(DEFAULT_LANGUAGE)) : forms;
  }

  /// `Dear Ms Lee`, or `Dear Sir or Madam`.
  ///
  /// @param language ISO 639-1; one that has no salutation is taken for English
  public String of(Optional<PersonName> name, String language) {
    return forms(language).greeting(name);
  }

  /// What stands in place of a name where none is known: `Sir or Madam`.
  public String nobody(String language) {
    LanguageForms forms = forms(language);
    String before = forms.named().replace("{}", "");
    return !before.isEmpty() && forms.nameless().startsWith(before)
        ? forms.nameless().substring(before.length())
        : forms.nameless();
  }
}
