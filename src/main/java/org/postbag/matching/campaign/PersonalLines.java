package org.postbag.matching.campaign;

import java.util.ArrayList;
import java.util.List;

/// What a letter says beside its campaign's text.
final class PersonalLines {
  /// A sentence with that share of shared runs is the campaign's.
  private static final double SHARED = 0.4;

  /// A reworded sentence keeps that share of a consensus sentence's content words.
  private static final double REWORDED = 0.4;

  private static final int LEAST_WORDS = 2;

  /// Of a sentence with so few content words all words are compared.
  private static final int SHORT = 3;

  private PersonalLines() {}

  static List<Sentence> of(LetterText letter, Cluster group) {
    List<Sentence> own = new ArrayList<>();
    for (Sentence sentence : letter.body()) {
      if (!isShared(letter, sentence, group)) {
        own.add(sentence);
      }
    }
    return own;
  }

  private static boolean isShared(LetterText letter, Sentence sentence, Cluster group) {
    if (group.sharedPart(letter, sentence) >= SHARED) {
      return true;
    }
    int[] words = letter.words().between(sentence.firstWord(), sentence.lastWord());
    int[] content = Consensus.content(words);
    return group.consensus().lines().stream().anyMatch(line -> isReworded(words, content, line));
  }

  private static boolean isReworded(int[] words, int[] content, Consensus.Line line) {
    if (content.length <= SHORT && line.content().length <= SHORT) {
      return isReworded(words, line.words());
    }
    int common = Consensus.common(content, line.content());
    int shorter = Math.max(1, Math.min(content.length, line.content().length));
    return common >= LEAST_WORDS && common >= REWORDED * shorter;
  }

  private static boolean isReworded(int[] words, int[] line) {
    int[] one = Runs.distinct(words);
    int[] other = Runs.distinct(line);
    int longer = Math.max(one.length, other.length);
    return Consensus.common(one, other) >= 0.6 * longer
        && Consensus.common(Consensus.content(words), Consensus.content(line)) > 0;
  }
}
