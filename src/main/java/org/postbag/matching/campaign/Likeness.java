package org.postbag.matching.campaign;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether a letter, or a group, says what another group says.
final class Likeness {
  private static final int MIN_RUNS = 10;
  private static final int SEVERAL_SENTENCES = 40;

  /// A passage of so many words in the place of another is another matter in the same frame.
  private static final int REPLACED_WORDS = 24;

  private static final double COVERED = 0.4;

  /// Words of requests and opinions: there one turned sentence is enough for another stance.
  private static final Set<Integer> REQUESTS =
      Stream.of(
              ("please ask urge vote call hope want support oppose against believe think demand"
                      + " request favour agree disagree")
                  .split(" "))
          .map(Words::hash)
          .collect(Collectors.toSet());

  private Likeness() {}

  /// The share of the shorter one's runs that the other has, frame not counted; 0 to 1.
  ///
  /// @param small whether one of them is of few letters, so that what is common to them is hardly
  ///   known: then one sentence is not enough
  static double of(int[] runs, int[] core, FrameRuns frame, boolean small) {
    int shared = 0;
    int one = 0;
    int j = 0;
    for (int run : runs) {
      if (frame.contains(run)) {
        continue;
      }
      one++;
      while (j < core.length && core[j] < run) {
        j++;
      }
      shared += j < core.length && core[j] == run ? 1 : 0;
    }
    if (shared < MIN_RUNS) {
      return 0;
    }
    int other = 0;
    for (int run : core) {
      other += frame.contains(run) ? 0 : 1;
    }
    boolean enough = !small || shared >= SEVERAL_SENTENCES || 2 * shared >= Math.max(one, other);
    return enough ? (double) shared / Math.min(one, other) : 0;
  }

  /// Whether a letter takes the opposite side: it turns a request round, or two other sentences.
  static boolean isOpposed(LetterText letter, Cluster cluster) {
    return turned(letter, cluster) > 1;
  }

  /// Whether what one campaign has in common takes the opposite side. What a single member wrote in
  /// its own words does not count.
  static boolean isOpposed(Cluster one, Cluster other) {
    LetterText letter = one.mostTypical();
    return letter.body().stream()
            .filter(sentence -> one.members() == 1 || one.sharedPart(letter, sentence) == 1)
            .mapToInt(sentence -> turned(letter, sentence, other))
            .sum()
        > 1;
  }

  /// How many sentences say the opposite of the cluster's; a request counts twice.
  static int turned(LetterText letter, Cluster cluster) {
    return letter.body().stream().mapToInt(s -> turned(letter, s, cluster)).sum();
  }

  private static int turned(LetterText letter, Sentence sentence, Cluster cluster) {
    if (cluster.sharedPart(letter, sentence) == 1) {
      return 0;
    }
    int[] words = letter.words().between(sentence.firstWord(), sentence.lastWord());
    int[] distinct = Runs.distinct(words);
    boolean opposite =
        cluster.consensus().lines().stream()
            .filter(line -> Polarity.mayCompare(distinct, line.distinct()))
            .anyMatch(line -> Polarity.isOpposite(words, line.words()));
    return !opposite ? 0 : Arrays.stream(words).anyMatch(REQUESTS::contains) ? 2 : 1;
  }

  /// Whether a passage in the middle of one stands in the place of quite another in the other, with
  /// the same sentences around both: two campaigns of one organisation.
  static boolean hasOtherMatter(LetterText letter, Cluster group) {
    return new Aligned(letter, null, group.mostTypical(), group).replaced(REPLACED_WORDS, COVERED);
  }

  /// The same for two groups.
  static boolean haveOtherMatter(Cluster one, Cluster other) {
    return new Aligned(one.mostTypical(), one, other.mostTypical(), other)
        .replaced(REPLACED_WORDS, COVERED);
  }
}
