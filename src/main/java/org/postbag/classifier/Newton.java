package org.postbag.classifier;

/// Newton's method with step halving, for a convex loss over a handful of weights, with a quadratic
/// penalty around given ones (a MAP estimate with a Gaussian prior).
final class Newton {
  private static final int MAX_ITERATIONS = 60;
  private static final double TOLERANCE = 1e-9;

  /// Deviations are measured relative to the prior weight, but at least to this.
  private static final double MIN_SCALE = 0.3;

  private final double[] prior;
  private final double penalty;
  private final boolean nonNegative;

  /// @param penalty cost of a squared relative deviation
  /// @param nonNegative true to clip weights at 0
  Newton(double[] prior, double penalty, boolean nonNegative) {
    this.prior = prior.clone();
    this.penalty = penalty;
    this.nonNegative = nonNegative;
  }

  /// A loss that also adds its derivatives.
  interface Loss {
    double at(double[] weights, Derivatives derivatives);
  }

  /// The gradient and the Hessian of a loss, accumulated case by case.
  static final class Derivatives {
    private final double[] gradient;
    private final double[][] curvature;

    Derivatives(int size) {
      gradient = new double[size];
      curvature = new double[size][size];
    }

    void addGradient(double factor, double[] features) {
      for (int p = 0; p < gradient.length; p++) {
        gradient[p] += factor * features[p];
      }
    }

    void addCurvature(double factor, double[] features) {
      for (int p = 0; p < gradient.length; p++) {
        for (int q = 0; q < gradient.length; q++) {
          curvature[p][q] += factor * features[p] * features[q];
        }
      }
    }
  }

  double[] run(Loss loss) {
    double[] point = prior.clone();
    Derivatives derivatives = new Derivatives(point.length);
    double value = penalised(loss, point, derivatives);
    for (int step = 0; step < MAX_ITERATIONS; step++) {
      double[] direction = LinearSolver.solve(derivatives.curvature, derivatives.gradient);
      double stepLength = 1;
      double[] next = stepFrom(point, direction, stepLength);
      derivatives = new Derivatives(point.length);
      double nextValue = penalised(loss, next, derivatives);
      while (nextValue > value && stepLength > 1e-6) {
        stepLength /= 2;
        next = stepFrom(point, direction, stepLength);
        derivatives = new Derivatives(point.length);
        nextValue = penalised(loss, next, derivatives);
      }
      if (!(value - nextValue > TOLERANCE * (1 + Math.abs(value)))) {
        break;
      }
      point = next;
      value = nextValue;
    }
    return point;
  }

  private double[] stepFrom(double[] point, double[] direction, double stepLength) {
    double[] next = new double[point.length];
    for (int p = 0; p < point.length; p++) {
      double to = point[p] - stepLength * direction[p];
      next[p] = nonNegative ? Math.max(0, to) : to;
    }
    return next;
  }

  private double penalised(Loss loss, double[] point, Derivatives derivatives) {
    double sum = loss.at(point, derivatives);
    for (int p = 0; p < point.length; p++) {
      double scale = Math.max(Math.abs(prior[p]), MIN_SCALE);
      double deviation = (point[p] - prior[p]) / scale;
      sum += penalty * deviation * deviation / 2;
      derivatives.gradient[p] += penalty * deviation / scale;
      derivatives.curvature[p][p] += penalty / (scale * scale) + 1e-9;
    }
    return sum;
  }
}
