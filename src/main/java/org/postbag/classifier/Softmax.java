package org.postbag.classifier;

/// Sums of exponentials that do not overflow.
public final class Softmax {
  private Softmax() {}

  /// ln Σ exp(scores); minus infinity for none.
  public static double logSum(double[] scores) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      greatest = Math.max(greatest, score);
    }
    if (greatest == Double.NEGATIVE_INFINITY) {
      return greatest;
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - greatest);
    }
    return greatest + Math.log(sum);
  }
}
