package org.postbag.matching.campaign;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells whether two sentences that are otherwise alike ask for opposite things.
///
/// Only the words in which they differ count: `vote for the Bill` and `do not vote for the Bill`
/// differ by a negation, `support it` and `oppose it` by a pair of opposites. An odd number of
/// these turns the sense round. What both say, such as `stop the ban`, needs no understanding.
final class Polarity {
  /// The share of the longer sentence's words that both have; with less, the two are not compared.
  private static final double ALIKE = 0.75;

  /// A rough measure of the same, that costs little.
  private static final double HALF = 0.5;

  private static final Set<Integer> NEGATIONS = new HashSet<>();

  /// A word's side in each pair of opposites: `2 × pair`, plus 1 for `against`.
  private static final Map<Integer, Integer> SIDES = new HashMap<>();

  static {
    int pair = 0;
    for (List<String> line : WordLists.lines("polarity.txt")) {
      List<String> words = line.subList(1, line.size());
      switch (line.getFirst()) {
        case "not" -> words.forEach(word -> NEGATIONS.add(Words.hash(word)));
        case "for" -> {
          pair++;
          put(words, 2 * pair);
        }
        case "against" -> put(words, 2 * pair + 1);
        default -> throw new IllegalStateException("polarity.txt: " + line.getFirst());
      }
    }
  }

  private static void put(List<String> words, int side) {
    words.forEach(word -> SIDES.putIfAbsent(Words.hash(word), side));
  }

  private Polarity() {}

  /// Whether two sentences share enough distinct words to be compared.
  static boolean mayCompare(int[] one, int[] other) {
    int longer = Math.max(one.length, other.length);
    return Math.min(one.length, other.length) >= HALF * longer
        && Consensus.common(one, other) >= HALF * longer;
  }

  /// Whether one says the opposite of the other.
  static boolean isOpposite(int[] one, int[] other) {
    if (Math.max(one.length, other.length) * ALIKE > Math.min(one.length, other.length)) {
      return false;
    }
    Map<Integer, Integer> difference = new HashMap<>();
    for (int word : one) {
      difference.merge(word, 1, Integer::sum);
    }
    int shared = 0;
    for (int word : other) {
      int left = difference.merge(word, -1, Integer::sum);
      shared += left >= 0 ? 1 : 0;
    }
    return shared >= ALIKE * Math.max(one.length, other.length) && isTurned(difference);
  }

  private static boolean isTurned(Map<Integer, Integer> difference) {
    int turns = 0;
    Map<Integer, Integer> sides = new HashMap<>();
    for (Map.Entry<Integer, Integer> word : difference.entrySet()) {
      if (word.getValue() != 0 && NEGATIONS.contains(word.getKey())) {
        turns += Math.abs(word.getValue());
      }
      Integer side = SIDES.get(word.getKey());
      if (side != null && word.getValue() != 0) {
        sides.merge(side, word.getValue(), Integer::sum);
      }
    }
    for (Map.Entry<Integer, Integer> side : sides.entrySet()) {
      boolean first = (side.getKey() & 1) == 0;
      int opposite = first ? sides.getOrDefault(side.getKey() + 1, 0) : 0;
      turns += side.getValue() * opposite < 0 ? 1 : 0;
    }
    return turns % 2 == 1;
  }
}
