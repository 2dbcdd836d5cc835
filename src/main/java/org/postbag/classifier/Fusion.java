package org.postbag.classifier;

import java.util.Arrays;

/// How much each kind of evidence counts between topics.
///
/// @param keyword per unit of keyword evidence
/// @param centroid per unit of cosine
/// @param regression per unit of the regression's score
/// @param embeddingCentroid per unit of the meaning's cosine to the topic's centroid
/// @param embeddingRegression per unit of the score of the regression between meanings
/// @param embeddingNearest per unit of the meaning's cosine to the nearest letter
public record Fusion(
    double keyword,
    double centroid,
    double regression,
    double embeddingCentroid,
    double embeddingRegression,
    double embeddingNearest) {
  static final int KINDS = 6;

  /// By words alone.
  Fusion(double keyword, double centroid, double regression) {
    this(keyword, centroid, regression, 0, 0, 0);
  }

  /// @param given the first of the weights; 0 for the others
  static Fusion of(double[] given) {
    double[] p = Arrays.copyOf(given, KINDS);
    return new Fusion(p[0], p[1], p[2], p[3], p[4], p[5]);
  }

  double[] values() {
    return new double[] {keyword, centroid, regression, embeddingCentroid, embeddingRegression, embeddingNearest};
  }

  /// The score of a topic by its words.
  public double score(double keywords, double cosine, double regressionScore) {
    return keyword * keywords + centroid * cosine + regression * regressionScore;
  }

  /// The score of a topic by its meaning.
  public double score(EmbeddingSimilarity embeddingSimilarity) {
    return embeddingCentroid * embeddingSimilarity.centroid()
        + embeddingRegression * embeddingSimilarity.regression()
        + embeddingNearest * embeddingSimilarity.nearest();
  }
}
