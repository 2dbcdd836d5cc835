package org.postbag.people.help;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which kind of help a sentence asks for, by the lines of words found in it and by a naive Bayes
/// model over the examples of the classes.
final class ClassChoice {
  private static final double SMOOTHING = 0.3;

  /// What a line of words of a class counts, in the logarithm of its probability.
  private static final double LINE = 3;

  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final List<Integer> totals = new ArrayList<>();
  private final Set<String> vocabulary = new HashSet<>();

  /// @param examples the sentences of each class
  ClassChoice(List<List<HelpSentence>> examples) {
    for (List<HelpSentence> sentences : examples) {
      Map<String, Integer> words = new HashMap<>();
      sentences.forEach(s -> s.words().forEach(w -> words.merge(w.term(), 1, Integer::sum)));
      counts.add(words);
      totals.add(words.values().stream().mapToInt(Integer::intValue).sum());
      vocabulary.addAll(words.keySet());
    }
  }

  /// @param lines how many lines of words of each class were found
  int of(HelpSentence sentence, Map<Integer, Integer> lines) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int number = 0; number < counts.size(); number++) {
      double score = likelihood(number, sentence) + LINE * lines.getOrDefault(number, 0);
      if (score > most) {
        most = score;
        best = number;
      }
    }
    return best;
  }

  private double likelihood(int number, HelpSentence sentence) {
    double all = totals.get(number) + SMOOTHING * vocabulary.size();
    return sentence.words().stream()
        .map(HelpSentence.Word::term)
        .filter(vocabulary::contains)
        .mapToDouble(term -> telling(term) * Math.log((count(number, term) + SMOOTHING) / all))
        .sum();
  }

  private int count(int number, String term) {
    return counts.get(number).getOrDefault(term, 0);
  }

  /// A word that stands in the examples of most classes tells nothing.
  private double telling(String term) {
    long classes = counts.stream().filter(words -> words.containsKey(term)).count();
    return Math.log((counts.size() + 1) / (classes + 0.5)) / Math.log(counts.size() + 1);
  }
}
