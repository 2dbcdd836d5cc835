package org.postbag.matching.keywords;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.postbag.classifier.text.Token;

/// Finds words inside the longer words that are made of them, in languages that write them
/// together: `Krankenhaus` in `Krankenhausschließung`, `Wohnung` in `Sozialwohnungen`. The
/// dictionary is the office's own keywords, as with Lucene's `DictionaryCompoundWordTokenFilter`;
/// but only the first and the last part of a word count, since a word in the middle is seldom one.
///
/// @param <E> what a word stands for
final class Compounds<E> {
  private static final Set<String> LANGUAGES =
      Set.of("da", "de", "fi", "hu", "nb", "nl", "no", "sv");
  private static final int SHORTEST = 5;

  /// What is left must be a word too, and not the `ver` of `Vermieter`.
  private static final int LEFT = 4;

  private final boolean on;

  /// An ending at most: `Sozialwohnungen`.
  private static final int ENDING = 3;

  private final Map<String, List<E>> words = new HashMap<>();
  private final Set<Integer> lengths = new TreeSet<>();

  Compounds(String language) {
    this.on = LANGUAGES.contains(language);
  }

  void add(Token word, E meaning) {
    if (on && word.surface().length() >= SHORTEST) {
      words.computeIfAbsent(word.surface(), _ -> new ArrayList<>()).add(meaning);
      lengths.add(word.surface().length());
    }
  }

  /// What the parts of a word stand for.
  List<E> in(Token word) {
    if (!on || word.surface().length() < SHORTEST + LEFT) {
      return List.of();
    }
    Set<E> found = new LinkedHashSet<>();
    String surface = word.surface();
    for (int length : lengths) {
      if (surface.length() - length >= LEFT) {
        found.addAll(words.getOrDefault(surface.substring(0, length), List.of()));
      }
      for (int ending = 0; ending <= ENDING; ending++) {
        int start = surface.length() - ending - length;
        if (start >= LEFT) {
          found.addAll(words.getOrDefault(surface.substring(start, start + length), List.of()));
        }
      }
    }
    return List.copyOf(found);
  }
}
