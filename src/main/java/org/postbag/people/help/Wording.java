package org.postbag.people.help;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;

/// The term that stands for a word: its stem, the same for all its tenses, for short forms (`don't`
/// is `not`), for numbers of a kind (`#money`, `#oldyear`), and with a slip of the pen mended.
final class Wording {
  static final String ENGLISH = "en";

  /// A year up to this one is long past: nobody needs help for what happened then.
  private static final int OLD_YEAR = 2012;

  private static final int FIRST_YEAR = 1100;
  private static final int LAST_YEAR = 2100;
  private static final int WRITTEN_OUT = 20;
  private static final int LONG_WORD = 6;
  private static final int MOST_CACHED = 20_000;

  private static final Map<String, String> ENGLISH_FORMS = englishForms();

  private final String language;
  private final Map<String, String> forms;
  private final Set<String> vocabulary = new HashSet<>();
  private final Map<String, String> slips = new HashMap<>();
  private final Map<String, String> terms = new ConcurrentHashMap<>();

  private Wording(String language, Map<String, String> forms) {
    this.language = language;
    this.forms = forms;
  }

  /// English, whose irregular forms are shipped.
  static Wording english() {
    return new Wording(ENGLISH, ENGLISH_FORMS);
  }

  /// Another language.
  ///
  /// @param forms words on a line that are one; the first stands for all
  static Wording of(String language, List<String> forms) {
    return new Wording(language, forms(language, forms.stream()));
  }

  private static Map<String, String> englishForms() {
    try (InputStream in =
            Objects.requireNonNull(Wording.class.getResourceAsStream("word-forms.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return forms(ENGLISH, lines.lines().filter(line -> !line.startsWith("#")));
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped table of word forms cannot be read", e);
    }
  }

  private static Map<String, String> forms(String language, Stream<String> lines) {
    Map<String, String> forms = new HashMap<>();
    lines
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> line.split("\\s+"))
        .forEach(words -> {
          String term = Tokenizer.of(words[0], language).getFirst().term();
          for (String word : words) {
            forms.put(surface(word, language), term);
            if (!language.equals(ENGLISH)) {
              forms.putIfAbsent(Tokenizer.of(word, language).getFirst().term(), term);
            }
          }
        });
    return Map.copyOf(forms);
  }

  /// As a letter's words are compared: in lower case and without accents.
  private static String surface(String word, String language) {
    return language.equals(ENGLISH) ? word : Tokenizer.of(word, language).getFirst().surface();
  }

  /// ISO 639-1.
  String language() {
    return language;
  }

  /// The term of a word of the file. A slip of the pen in a letter is mended to such a word.
  String known(Token token) {
    String term = unmended(token);
    if (vocabulary.add(term) && term.length() >= LONG_WORD) {
      deletions(term).forEach(slip -> slips.putIfAbsent(slip, term));
    }
    return term;
  }

  /// The term of a word of an example: a word that is no slip of the pen.
  String example(Token token) {
    String term = unmended(token);
    vocabulary.add(term);
    return term;
  }

  /// The term of a word of a letter.
  String term(Token token) {
    String cached = terms.get(token.surface());
    if (cached != null) {
      return cached;
    }
    String term = mended(unmended(token));
    if (terms.size() < MOST_CACHED) {
      terms.put(token.surface(), term);
    }
    return term;
  }

  private String unmended(Token token) {
    String surface = token.surface().replace('’', '\'');
    String form = forms.get(surface);
    if (form != null) {
      return form;
    }
    if (Character.isDigit(surface.charAt(0))) {
      return number(surface);
    }
    if (surface.endsWith("n't")) {
      return "not";
    }
    if (!language.equals(ENGLISH)) {
      return forms.getOrDefault(token.term(), token.term());
    }
    int apostrophe = surface.indexOf('\'');
    String head = apostrophe > 0 ? surface.substring(0, apostrophe) : surface;
    return apostrophe > 0 ? forms.getOrDefault(head, head) : token.term();
  }

  private static String number(String digits) {
    if (digits.matches("\\d{1,2}(st|nd|rd|th)")) {
      return "#day";
    }
    if (!digits.matches("\\d{1,4}")) {
      return "#n";
    }
    int number = Integer.parseInt(digits);
    if (number >= FIRST_YEAR && number <= LAST_YEAR) {
      return number <= OLD_YEAR ? "#oldyear" : "#year";
    }
    return number <= WRITTEN_OUT ? digits : "#n";
  }

  private String mended(String term) {
    if (term.length() < LONG_WORD - 1 || vocabulary.contains(term)) {
      return term;
    }
    String found = slips.get(term);
    if (found != null) {
      return found;
    }
    for (String slip : deletions(term)) {
      String near =
          vocabulary.contains(slip) && slip.length() >= LONG_WORD ? slip : slips.get(slip);
      if (near != null && near.charAt(0) == term.charAt(0)) {
        return near;
      }
    }
    return term;
  }

  /// The word without one of its letters. Two words of which one letter was left out, put in, put
  /// for another or swapped with its neighbour have one such form in common, or are one of the
  /// other.
  private static Set<String> deletions(String word) {
    Set<String> found = new HashSet<>();
    for (int i = 1; i < word.length(); i++) {
      found.add(word.substring(0, i) + word.substring(i + 1));
    }
    return found;
  }
}
