package org.postbag.matching.learned;

/// How much each kind of evidence counts between topics.
///
/// @param keyword per unit of keyword evidence
/// @param centre per unit of cosine
/// @param regression per unit of the regression's score
public record Fusion(double keyword, double centre, double regression) {
  static Fusion of(double[] p) {
    return new Fusion(p[0], p[1], p[2]);
  }

  double[] values() {
    return new double[] {keyword, centre, regression};
  }

  /// The score of a topic.
  public double score(double keywords, double cosine, double regressionScore) {
    return keyword * keywords + centre * cosine + regression * regressionScore;
  }
}
