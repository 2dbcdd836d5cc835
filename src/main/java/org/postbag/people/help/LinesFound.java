package org.postbag.people.help;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.postbag.people.help.Lexicon.Hit;

/// What the lines of words of the file found in one sentence.
final class LinesFound {
  /// What a line counts before anything was learned about it, in logits: enough for a sentence that
  /// nothing speaks against, too little for one about politics.
  private static final double FOUND = 2.6;

  private static final double MORE_FOUND = 0.7;
  private static final int MOST_LINES = 3;

  /// The share of it that is left where something speaks against.
  private static final double WITH_CONTEXT = 0.35;

  /// What a line of words stands for.
  ///
  /// @param number of the class, or of what speaks against all classes
  /// @param line its number among all lines of the file
  record Meaning(Kind kind, int number, int line) {
    enum Kind {
      WORDS,
      AGAINST,
      CONTEXT
    }
  }

  private final Map<Integer, List<Hit<Meaning>>> words = new HashMap<>();
  private final Set<Integer> against = new HashSet<>();
  private final Set<Integer> contexts = new TreeSet<>();

  /// In each of the sentences.
  static List<LinesFound> in(List<HelpSentence> sentences, Lexicon<Meaning> lexicon) {
    List<LinesFound> all = new ArrayList<>();
    sentences.forEach(_ -> all.add(new LinesFound()));
    lexicon.hits(sentences).forEach(hit -> all.get(hit.sentence()).add(hit));
    all.forEach(found -> found.words.keySet().removeAll(found.against));
    return all;
  }

  private void add(Hit<Meaning> hit) {
    switch (hit.meaning().kind()) {
      case WORDS -> words.computeIfAbsent(hit.meaning().number(), _ -> new ArrayList<>()).add(hit);
      case AGAINST -> against.add(hit.meaning().number());
      case CONTEXT -> contexts.add(hit.meaning().number());
    }
  }

  /// The numbers of what speaks against all classes.
  Set<Integer> contexts() {
    return contexts;
  }

  /// The numbers of the lines that nothing of their class contradicts.
  List<Integer> lines() {
    return words.values().stream().flatMap(List::stream).map(h -> h.meaning().line()).toList();
  }

  /// How many lines of each class were found.
  Map<Integer, Integer> perClass() {
    Map<Integer, Integer> counts = new HashMap<>();
    words.forEach((number, hits) -> counts.put(number, hits.size()));
    return counts;
  }

  /// Where the words of a class stand.
  List<HelpSign.Place> places(int number) {
    return words.getOrDefault(number, List.of()).stream()
        .flatMap(hit -> hit.words().stream())
        .distinct()
        .sorted(java.util.Comparator.comparingInt(HelpSign.Place::start))
        .toList();
  }

  /// What the lines count by themselves. The examples correct it: a line that stands in ordinary
  /// letters too loses its weight.
  double logit() {
    int lines = words.values().stream().mapToInt(List::size).sum();
    if (lines == 0) {
      return 0;
    }
    double found = FOUND + MORE_FOUND * (Math.min(lines, MOST_LINES) - 1);
    return contexts.isEmpty() ? found : found * WITH_CONTEXT;
  }
}
