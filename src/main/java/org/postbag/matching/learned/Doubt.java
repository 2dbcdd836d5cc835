package org.postbag.matching.learned;

import java.util.Arrays;
import java.util.Objects;

/// How unsure weights are. A fit leaves a covariance (Laplace's approximation), which shrinks with
/// the letters that were fitted. Weights that were fitted elsewhere are unsure in another way: some
/// letters on topics that they never saw defy them, however clear these look.
public final class Doubt {
  /// Of topics held out, 2 to 9 % at the two ends defy them. So little of it spoils no other
  /// letter.
  private static final double DEFIANT = 0.01;

  /// Of weights that were fitted to other topics.
  static final Doubt ELSEWHERE = new Doubt(new double[0][0], DEFIANT);

  private final double[][] covariance;
  private final double defiant;

  private Doubt(double[][] covariance, double defiant) {
    this.covariance = covariance;
    this.defiant = defiant;
  }

  /// @param curvature of the loss where it is least
  static Doubt of(double[][] curvature) {
    double[][] inverse = new double[curvature.length][];
    for (int p = 0; p < inverse.length; p++) {
      double[] unit = new double[inverse.length];
      unit[p] = 1;
      double[][] copy = Arrays.stream(curvature).map(double[]::clone).toArray(double[][]::new);
      inverse[p] = Linear.solve(copy, unit);
    }
    return new Doubt(inverse, 0);
  }

  /// The probability that belongs to a weighted sum of features: its mean over what the weights may
  /// be, by MacKay's approximation.
  double probability(double score, double[] features) {
    double moderated = score / Math.sqrt(1 + Math.PI / 8 * variance(features));
    return defiant + (1 - 2 * defiant) / (1 + Math.exp(-moderated));
  }

  /// The variance of the weighted sum of features.
  double variance(double[] features) {
    double variance = 0;
    for (int p = 0; p < covariance.length; p++) {
      for (int q = 0; q < covariance.length; q++) {
        variance += features[p] * covariance[p][q] * features[q];
      }
    }
    return variance;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Doubt doubt
        && defiant == doubt.defiant
        && Arrays.deepEquals(covariance, doubt.covariance);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.deepHashCode(covariance), defiant);
  }
}
