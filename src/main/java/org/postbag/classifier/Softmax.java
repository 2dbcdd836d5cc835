package org.postbag.classifier;

/// Log-sum-exp without overflow.
public final class Softmax {
  private Softmax() {}

  /// ln Σ exp(scores); negative infinity for an empty array.
  public static double logSum(double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      max = Math.max(max, score);
    }
    if (max == Double.NEGATIVE_INFINITY) {
      return max;
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - max);
    }
    return max + Math.log(sum);
  }
}
