package org.postbag.classifier;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The out-of-scope gate: a logistic model of whether a text belongs to any label, given the
/// evidence for the best one.
///
/// @param bias the intercept
/// @param likeness weight of the cosine relative to what texts of the label usually have; see
///   [View]
/// @param keyword weight of the keyword evidence
/// @param regression weight of the logit, scaled by n/(n + 40) for n examples
/// @param embeddingCentroid weight of the embedding's likeness to the label
/// @param noMatchBias intercept where no words match and only the embedding counts
/// @param noMatchContrast weight, there, of the embedding's lead over the background texts
/// @param labelNoise probability floor: the result stays within labelNoise and 1 - labelNoise
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

  /// On labels that a gate was not fitted to, 2 to 9 % of the predictions at either end are wrong;
  /// on those it was fitted to, none. A floor of 1 % covers that at hardly any cost to the other
  /// texts.
  private static final double LABEL_NOISE = 0.01;

  /// The gate's input.
  ///
  /// @param cosine to the centroid of the best label
  /// @param expectedCosine the cosine that texts of that label usually have
  /// @param labelCosine the cosine to the label's own text
  /// @param keyword its keyword evidence
  /// @param regression its logit; 0 without a regression
  /// @param examples the number of its examples
  /// @param embeddingSimilarity its embedding evidence
  public record View(
      double cosine,
      double expectedCosine,
      double labelCosine,
      double keyword,
      double regression,
      int examples,
      EmbeddingSimilarity embeddingSimilarity) {
    /// With this many examples the logit counts half: with fewer it separates the labels, but says
    /// little about out-of-scope texts.
    private static final double HALF_WEIGHT_EXAMPLES = 40;

    /// From this cosine on the words are taken to match.
    private static final double MATCHING_COSINE = 0.05;

    double[] features() {
      double noMatch = noMatch();
      return IntStream.range(0, PARAMETERS)
          .mapToDouble(p -> (p < FIRST_NO_MATCH ? 1 - noMatch : noMatch) * of(p))
          .toArray();
    }

    /// How far the words fail to match a text whose embedding is known, 0 to 1.
    private double noMatch() {
      return embeddingSimilarity.equals(EmbeddingSimilarity.UNKNOWN) || keyword > 0
          ? 0
          : Math.max(0, 1 - cosine / MATCHING_COSINE);
    }

    private double of(int parameter) {
      return switch (parameter) {
        case 0, FIRST_NO_MATCH -> 1;
        case 1 -> likeness();
        case 2 -> keyword;
        case 3 -> exampleShare() * regression;
        case 4 -> embeddingSimilarity.likeness();
        default -> embeddingSimilarity.contrast();
      };
    }

    /// max(cosine / expectedCosine, labelCosine / 0.25). Examples of one aspect of a broad label
    /// pull its centroid away from texts on another; the label's own text is not affected by that.
    private double likeness() {
      return Math.max(cosine / expectedCosine, labelCosine / ExpectedCosine.OF_LABEL_VECTOR);
    }

    private double exampleShare() {
      return examples / (examples + HALF_WEIGHT_EXAMPLES);
    }
  }

  /// A gate for other labels than it was fitted to, with a floor for label noise.
  ///
  /// @param given the leading weights; the rest is 0
  static InScopeGate of(double[] given) {
    return of(given, LABEL_NOISE);
  }

  /// A gate for the labels it was fitted to.
  static InScopeGate fitted(double[] weights) {
    return of(weights, 0);
  }

  private static InScopeGate of(double[] given, double labelNoise) {
    double[] p = Arrays.copyOf(given, PARAMETERS);
    return new InScopeGate(p[0], p[1], p[2], p[3], p[4], p[5], p[6], labelNoise);
  }

  double[] values() {
    return new double[] {
      bias, likeness, keyword, regression, embeddingCentroid, noMatchBias, noMatchContrast
    };
  }

  /// The probability that the text is in scope.
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
