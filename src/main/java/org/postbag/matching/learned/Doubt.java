package org.postbag.matching.learned;

import java.util.Arrays;

/// How unsure a fit leaves its weights: their covariance, by Laplace's approximation. It shrinks
/// with the letters that were fitted.
public final class Doubt {
  /// Of weights that are taken as they are.
  static final Doubt NONE = new Doubt(new double[0][0]);

  private final double[][] covariance;

  private Doubt(double[][] covariance) {
    this.covariance = covariance;
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
    return new Doubt(inverse);
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
    return other instanceof Doubt doubt && Arrays.deepEquals(covariance, doubt.covariance);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(covariance);
  }
}
