package org.postbag.classifier;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Whether a letter is on any of the topics at all: a logistic model of what the likeliest topic
/// evidence like.
///
/// @param bias what speaks for "on a topic" before anything is read
/// @param likeness per unit of the cosine to the likeliest topic's centre, as a share of what
///   letters on it expectedCosine, or to its labelCosine words in the same way, if that is more
/// @param keyword per unit of its keyword evidence
/// @param regression per unit of its score by the regression, as far as that has examples
/// @param embeddingCentroid per unit of the meaning's cosine to the likeliest topic's centre
/// @param noMatchBias in place of the bias where the words say nothing, and only the meaning speaks
/// @param noMatchContrast per unit of how much nearer the meaning is than the usual; there only
/// @param labelNoise the share of letters that defy it, however clear they look
public record InScopeGate(
    double bias,
    double likeness,
    double keyword,
    double regression,
    double embeddingCentroid,
    double noMatchBias,
    double noMatchContrast,
    double labelNoise) {
  static final int PARAMETERS = 7;
  private static final int FIRST_NO_MATCH = 5;

  /// Of letters on topics that a gate was not fitted to 2 to 9 % at the two ends defy it; of those
  /// that it was fitted to none do. So little of it spoils no other letter.
  private static final double LABEL_NOISE = 0.01;

  /// What the gate evidence at.
  ///
  /// @param cosine to the centre of the likeliest topic
  /// @param expectedCosine what cosine letters on that topic have
  /// @param labelCosine the cosine to that topic's labelCosine words
  /// @param keyword its keyword evidence
  /// @param regression its score by the regression; 0 without one
  /// @param examples the number of its examples
  /// @param embeddingSimilarity how alike the letter's meaning is to it
  public record View(
      double cosine,
      double expectedCosine,
      double labelCosine,
      double keyword,
      double regression,
      int examples,
      EmbeddingSimilarity embeddingSimilarity) {
    /// With as many examples a regression's score counts half: with few it tells the topics apart,
    /// but says little of letters on none of them.
    private static final double HALF_WEIGHT_EXAMPLES = 40;

    /// A cosine from which on the words are taken to speak.
    private static final double MATCHING_COSINE = 0.05;

    double[] features() {
      double noMatch = noMatch();
      return IntStream.range(0, PARAMETERS)
          .mapToDouble(p -> (p < FIRST_NO_MATCH ? 1 - noMatch : noMatch) * of(p))
          .toArray();
    }

    /// How little the words say of a letter whose meaning is known, 0 to 1.
    private double noMatch() {
      return embeddingSimilarity.equals(EmbeddingSimilarity.UNKNOWN) || keyword > 0 ? 0 : Math.max(0, 1 - cosine / MATCHING_COSINE);
    }

    private double of(int parameter) {
      return switch (parameter) {
        case 0, FIRST_NO_MATCH -> 1;
        case 1 -> likeness();
        case 2 -> keyword;
        case 3 -> exampleShare() * regression;
        case 4 -> embeddingSimilarity.centroid();
        default -> embeddingSimilarity.contrast();
      };
    }

    /// Examples of one side of a wide matter draw its centre away from letters on another: a letter
    /// that is like the topic's labelCosine words is not less so for them.
    private double likeness() {
      return Math.max(cosine / expectedCosine, labelCosine / ExpectedCosine.OF_LABEL_VECTOR);
    }

    private double exampleShare() {
      return examples / (examples + HALF_WEIGHT_EXAMPLES);
    }
  }

  /// A gate for other topics than it was fitted to.
  ///
  /// @param given the first of the weights; 0 for the others
  static InScopeGate of(double[] given) {
    return of(given, LABEL_NOISE);
  }

  /// A gate for the topics that it was fitted to.
  static InScopeGate fitted(double[] weights) {
    return of(weights, 0);
  }

  private static InScopeGate of(double[] given, double labelNoise) {
    double[] p = Arrays.copyOf(given, PARAMETERS);
    return new InScopeGate(p[0], p[1], p[2], p[3], p[4], p[5], p[6], labelNoise);
  }

  double[] values() {
    return new double[] {bias, likeness, keyword, regression, embeddingCentroid, noMatchBias, noMatchContrast};
  }

  /// The probability that a letter is on one of the topics.
  public double probability(View view) {
    double[] weights = values();
    double[] features = view.features();
    double score = 0;
    for (int p = 0; p < PARAMETERS; p++) {
      score += weights[p] * features[p];
    }
    return labelNoise + (1 - 2 * labelNoise) / (1 + Math.exp(-score));
  }
}
