package org.postbag.classifier;

import java.util.Arrays;

/// The weights of the kinds of evidence in a label's score.
///
/// @param keyword per unit of keyword evidence
/// @param centroid per unit of the cosine to the centroid
/// @param regression per unit of the logit
/// @param embeddingCentroid per unit of the embedding's cosine to the label's centroid
/// @param embeddingRegression per unit of the logit over embeddings
/// @param embeddingNearest per unit of the embedding's cosine to the nearest example
/// @param labelText per unit of the cosine to the label's own text, which many examples would else
///   drown in the centroid
/// @param embeddingPhrases per unit of the embedding's cosine to the label's nearest phrases
public record Fusion(
    double keyword,
    double centroid,
    double regression,
    double embeddingCentroid,
    double embeddingRegression,
    double embeddingNearest,
    double labelText,
    double embeddingPhrases) {
  static final int KINDS = 8;

  /// Without embeddings.
  Fusion(double keyword, double centroid, double regression) {
    this(keyword, centroid, regression, 0, 0, 0, 0, 0);
  }

  /// @param given the leading weights; the rest is 0
  static Fusion of(double[] given) {
    double[] p = Arrays.copyOf(given, KINDS);
    return new Fusion(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]);
  }

  double[] values() {
    return new double[] {
      keyword,
      centroid,
      regression,
      embeddingCentroid,
      embeddingRegression,
      embeddingNearest,
      labelText,
      embeddingPhrases
    };
  }

  /// The part of a label's score that keywords and features give.
  public double score(double keywords, double cosine, double regressionScore) {
    return keyword * keywords + centroid * cosine + regression * regressionScore;
  }

  /// The part of a label's score that the embedding gives.
  public double score(EmbeddingSimilarity embeddingSimilarity) {
    return embeddingCentroid * embeddingSimilarity.centroid()
        + embeddingRegression * embeddingSimilarity.regression()
        + embeddingNearest * embeddingSimilarity.nearest()
        + embeddingPhrases * embeddingSimilarity.phrases();
  }
}
