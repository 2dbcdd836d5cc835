package org.postbag.matching.learned;

/// How much each kind of evidence counts, and how much speaks for "none of the topics" before
/// anything is read.
///
/// @param keyword per unit of keyword evidence
/// @param centre per unit of cosine
/// @param regression per unit of the regression's log-probability
/// @param none the score of "none"
public record Fusion(double keyword, double centre, double regression, double none) {
  /// Without any example: fitted on letters of topics that were left out.
  public static final Fusion FROM_NOTHING = new Fusion(1.5, 8, 0.2, 2);

  /// With a few examples a topic, until the office's own decisions are enough to fit.
  public static final Fusion WITH_EXAMPLES = new Fusion(3, 16, 1, 3);

  /// The score of a topic.
  public double score(double keywords, double cosine, double logProbability) {
    return keyword * keywords + centre * cosine + regression * logProbability;
  }
}
