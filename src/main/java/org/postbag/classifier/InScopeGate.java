package org.postbag.classifier;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Whether a letter is on any of the topics at all: a logistic model of what the likeliest topic
/// looks like.
///
/// @param bias what speaks for "on a topic" before anything is read
/// @param likeness per unit of the cosine to the likeliest topic's centre, as a share of what
///   letters on it reach, or to its own words in the same way, if that is more
/// @param keyword per unit of its keyword evidence
/// @param regression per unit of its score by the regression, as far as that has examples
/// @param senseCentre per unit of the meaning's cosine to the likeliest topic's centre
/// @param silence in place of the bias where the words say nothing, and only the meaning speaks
/// @param silentContrast per unit of how much nearer the meaning is than the usual; there only
/// @param defiant the share of letters that defy it, however clear they look
public record InScopeGate(
    double bias,
    double likeness,
    double keyword,
    double regression,
    double senseCentre,
    double silence,
    double silentContrast,
    double defiant) {
  static final int PARAMETERS = 7;
  private static final int FIRST_OF_SILENCE = 5;

  /// Of letters on topics that a gate was not fitted to 2 to 9 % at the two ends defy it; of those
  /// that it was fitted to none do. So little of it spoils no other letter.
  private static final double DEFIANT = 0.01;

  /// What the gate looks at.
  ///
  /// @param cosine to the centre of the likeliest topic
  /// @param reach what cosine letters on that topic have
  /// @param own the cosine to that topic's own words
  /// @param keyword its keyword evidence
  /// @param regression its score by the regression; 0 without one
  /// @param examples the number of its examples
  /// @param embeddingSimilarity how alike the letter's meaning is to it
  public record View(
      double cosine,
      double reach,
      double own,
      double keyword,
      double regression,
      int examples,
      EmbeddingSimilarity embeddingSimilarity) {
    /// With as many examples a regression's score counts half: with few it tells the topics apart,
    /// but says little of letters on none of them.
    private static final double HALF_TAUGHT = 40;

    /// A cosine from which on the words are taken to speak.
    private static final double SOME_WORDS = 0.05;

    double[] features() {
      double silence = silence();
      return IntStream.range(0, PARAMETERS)
          .mapToDouble(p -> (p < FIRST_OF_SILENCE ? 1 - silence : silence) * of(p))
          .toArray();
    }

    /// How little the words say of a letter whose meaning is known, 0 to 1.
    private double silence() {
      return embeddingSimilarity.equals(EmbeddingSimilarity.UNKNOWN) || keyword > 0 ? 0 : Math.max(0, 1 - cosine / SOME_WORDS);
    }

    private double of(int parameter) {
      return switch (parameter) {
        case 0, FIRST_OF_SILENCE -> 1;
        case 1 -> likeness();
        case 2 -> keyword;
        case 3 -> taught() * regression;
        case 4 -> embeddingSimilarity.centre();
        default -> embeddingSimilarity.contrast();
      };
    }

    /// Examples of one side of a wide matter draw its centre away from letters on another: a letter
    /// that is like the topic's own words is not less so for them.
    private double likeness() {
      return Math.max(cosine / reach, own / ExpectedCosine.OF_OWN_WORDS);
    }

    private double taught() {
      return examples / (examples + HALF_TAUGHT);
    }
  }

  /// A gate for other topics than it was fitted to.
  ///
  /// @param given the first of the weights; 0 for the others
  static InScopeGate of(double[] given) {
    return of(given, DEFIANT);
  }

  /// A gate for the topics that it was fitted to.
  static InScopeGate fitted(double[] weights) {
    return of(weights, 0);
  }

  private static InScopeGate of(double[] given, double defiant) {
    double[] p = Arrays.copyOf(given, PARAMETERS);
    return new InScopeGate(p[0], p[1], p[2], p[3], p[4], p[5], p[6], defiant);
  }

  double[] values() {
    return new double[] {bias, likeness, keyword, regression, senseCentre, silence, silentContrast};
  }

  /// The probability that a letter is on one of the topics.
  public double probability(View view) {
    double[] weights = values();
    double[] features = view.features();
    double score = 0;
    for (int p = 0; p < PARAMETERS; p++) {
      score += weights[p] * features[p];
    }
    return defiant + (1 - 2 * defiant) / (1 + Math.exp(-score));
  }
}
