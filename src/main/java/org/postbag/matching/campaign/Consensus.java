package org.postbag.matching.campaign;

import java.util.ArrayList;
import java.util.List;

/// The sentences that a campaign's letters have in common, each once.
record Consensus(List<Line> lines) {
  /// A sentence of the consensus.
  static final class Line {
    private final String text;
    private final int[] words;
    private final int[] distinct;
    private final int[] content;

    private Line(String text, int[] words) {
      this.text = text;
      this.words = words;
      this.distinct = Runs.distinct(words);
      this.content = Consensus.content(words);
    }

    static Line of(LetterText letter, Sentence sentence) {
      int[] words = letter.words().between(sentence.firstWord(), sentence.lastWord());
      return new Line(letter.text(sentence).strip().replaceAll("\\s+", " "), words);
    }

    String text() {
      return text;
    }

    /// As hashes, in their order.
    int[] words() {
      return words;
    }

    /// Its words, each once, ascending.
    int[] distinct() {
      return distinct;
    }

    /// Its words but function words, each once, ascending.
    int[] content() {
      return content;
    }
  }

  static final Consensus NONE = new Consensus(List.of());

  /// The share of a sentence's runs that have to be the campaign's for it to be of the consensus.
  private static final double COVERED = 0.6;

  private static final double SAME = 0.6;

  /// @param texts typical letters, the most typical first
  static Consensus of(List<LetterText> texts, Cluster group) {
    List<Line> lines = new ArrayList<>();
    for (LetterText letter : texts) {
      for (Sentence sentence : letter.body()) {
        if (group.sharedPart(letter, sentence) >= COVERED) {
          Line line = Line.of(letter, sentence);
          if (lines.stream().noneMatch(known -> isSame(known, line))) {
            lines.add(line);
          }
        }
      }
    }
    return new Consensus(List.copyOf(lines));
  }

  private static boolean isSame(Line one, Line other) {
    int common = common(one.content, other.content);
    int shorter = Math.min(one.content.length, other.content.length);
    return common >= SAME * shorter && (common > 0 || one.text.equals(other.text));
  }

  static int[] content(int[] words) {
    return Runs.distinct(
        java.util.Arrays.stream(words)
            .filter(word -> !WordLists.FUNCTION_WORDS.contains(word))
            .toArray());
  }

  /// How many numbers two ascending arrays have in common.
  static int common(int[] one, int[] other) {
    int count = 0;
    int j = 0;
    for (int word : one) {
      while (j < other.length && other[j] < word) {
        j++;
      }
      count += j < other.length && other[j] == word ? 1 : 0;
    }
    return count;
  }
}
