package org.postbag.people.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.email.text.Languages;

/// The room's door: the signs that somebody needs help, in what a writer added. Safe for several
/// threads.
///
/// Each sentence is read in its own language and in that of the letter, since people write `I can't
/// cope` into a German letter and a farewell of four words is told apart from no language. What is
/// in none that has signs is read in all of them.
public final class HelpDetector {
  private static final String UNKNOWN = "und";
  private static final int MOST_CHARACTERS = 100_000;

  /// A text of more words whose language cannot be told is in one that Postbag does not know.
  private static final int FEW_WORDS = 12;

  private static final int WORDS_OF_A_SENTENCE = 4;

  private final HelpManual manual;
  private final HelpReader english;
  private final Map<String, HelpReader> readers = new LinkedHashMap<>();

  /// @param manual `needs-help.yaml`, whose words and examples are English
  /// @param others those of other languages, by their codes
  HelpDetector(HelpManual manual, HelpReader english, Map<String, HelpReader> others) {
    this.manual = manual;
    this.english = english;
    readers.put(Wording.ENGLISH, english);
    readers.putAll(others);
  }

  /// Reads the meaning of the English examples too, which takes seconds; without a model nothing
  /// changes. The sentence model knows English alone.
  public void learnMeaning(Embedder embedder) {
    english.learnMeaning(embedder);
  }

  /// What was read to make this detector.
  public HelpManual manual() {
    return manual;
  }

  /// The languages whose signs are known.
  public Set<String> languages() {
    return Set.copyOf(readers.keySet());
  }

  /// Whether signs of help are known in the language of a letter. One that is too short to tell its
  /// language is read in all of them.
  ///
  /// @param language ISO 639-1; `und` when it cannot be told
  public boolean knows(String language, String text) {
    return readers.containsKey(language)
        || (language.equals(UNKNOWN) && text.strip().split("\\s+").length <= FEW_WORDS);
  }

  /// The signs in a whole text.
  public List<HelpSign> signs(String text) {
    return signs(text, List.of(new HelpSign.Place(0, text.length())));
  }

  /// The signs in some parts of a text, the most pressing first.
  ///
  /// @param parts what the writer added: in a campaign letter the personal lines, elsewhere all
  ///   that is not ours
  public List<HelpSign> signs(String text, List<HelpSign.Place> parts) {
    Set<String> whole = known(Languages.of(text));
    Map<String, List<HelpSign.Place>> places = new LinkedHashMap<>();
    int count = 0;
    for (HelpSign.Place part : parts) {
      int end = Math.min(part.end(), MOST_CHARACTERS);
      for (HelpSign.Place place : Sentences.places(text, Math.min(part.start(), end), end)) {
        String sentence = text.substring(place.start(), place.end());
        count += says(sentence) ? 1 : 0;
        languages(sentence, whole)
            .forEach(read -> places.computeIfAbsent(read, _ -> new ArrayList<>()).add(place));
      }
    }
    List<HelpSign> signs = new ArrayList<>();
    int sentences = count;
    readers.forEach((language, reader) ->
        signs.addAll(reader.signs(text, places.getOrDefault(language, List.of()), sentences)));
    return inOrder(signs);
  }

  /// A greeting, a name and an address are no sentences that could raise a sign.
  private static boolean says(String sentence) {
    return sentence.strip().split("\\s+").length >= WORDS_OF_A_SENTENCE;
  }

  /// One sign for each sentence, also where two languages saw it: the likelier.
  private List<HelpSign> inOrder(List<HelpSign> found) {
    Map<HelpSign.Place, HelpSign> likeliest = new LinkedHashMap<>();
    found.forEach(sign ->
        likeliest.merge(
            sign.sentence(), sign, (a, b) -> b.probability() > a.probability() ? b : a));
    List<HelpSign> signs = new ArrayList<>(likeliest.values());
    signs.sort(Comparator.comparing(HelpSign::handling).thenComparingInt(this::rank));
    return signs;
  }

  private int rank(HelpSign sign) {
    List<HelpClass> classes = manual.classes();
    int at = 0;
    while (at < classes.size() && !classes.get(at).name().equals(sign.kind().name())) {
      at++;
    }
    return at;
  }

  /// @param whole that of the letter, if it is known
  private Set<String> languages(String sentence, Set<String> whole) {
    if (sentence.isBlank()) {
      return Set.of();
    }
    Set<String> own = known(Languages.of(sentence));
    if (own.isEmpty()) {
      // Of few words the language is a guess.
      return readers.keySet();
    }
    Set<String> read = new LinkedHashSet<>(whole);
    read.addAll(own);
    return read;
  }

  private Set<String> known(String language) {
    return readers.containsKey(language) ? Set.of(language) : Set.of();
  }
}
