package org.postbag.classifier;

/// Newton's method with halved steps, for a convex loss over a handful of weights and a penalty on
/// leaving given ones.
final class Newton {
  private static final int MOST_STEPS = 60;
  private static final double CLOSE_ENOUGH = 1e-9;

  /// The least weight that a deviation is measured by.
  private static final double LEAST_SCALE = 0.3;

  private final double[] prior;
  private final double penalty;
  private final boolean positive;

  /// @param positive true when no weight may fall below 0
  Newton(double[] prior, double penalty, boolean positive) {
    this.prior = prior.clone();
    this.penalty = penalty;
    this.positive = positive;
  }

  /// A loss, which also says how it changes.
  interface Loss {
    double at(double[] weights, Slope slope);
  }

  /// Gradient and curvature of a loss, summed up.
  static final class Slope {
    private final double[] gradient;
    private final double[][] curvature;

    Slope(int size) {
      gradient = new double[size];
      curvature = new double[size][size];
    }

    void add(double factor, double[] features) {
      for (int p = 0; p < gradient.length; p++) {
        gradient[p] += factor * features[p];
      }
    }

    void curve(double factor, double[] features) {
      for (int p = 0; p < gradient.length; p++) {
        for (int q = 0; q < gradient.length; q++) {
          curvature[p][q] += factor * features[p] * features[q];
        }
      }
    }
  }

  double[] run(Loss loss) {
    double[] at = prior.clone();
    Slope slope = new Slope(at.length);
    double value = penalised(loss, at, slope);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] move = LinearSolver.solve(slope.curvature, slope.gradient);
      double length = 1;
      double[] next = moved(at, move, length);
      slope = new Slope(at.length);
      double reached = penalised(loss, next, slope);
      while (reached > value && length > 1e-6) {
        length /= 2;
        next = moved(at, move, length);
        slope = new Slope(at.length);
        reached = penalised(loss, next, slope);
      }
      if (!(value - reached > CLOSE_ENOUGH * (1 + Math.abs(value)))) {
        break;
      }
      at = next;
      value = reached;
    }
    return at;
  }

  private double[] moved(double[] at, double[] move, double length) {
    double[] next = new double[at.length];
    for (int p = 0; p < at.length; p++) {
      double to = at[p] - length * move[p];
      next[p] = positive ? Math.max(0, to) : to;
    }
    return next;
  }

  private double penalised(Loss loss, double[] at, Slope slope) {
    double sum = loss.at(at, slope);
    for (int p = 0; p < at.length; p++) {
      double scale = Math.max(Math.abs(prior[p]), LEAST_SCALE);
      double off = (at[p] - prior[p]) / scale;
      sum += penalty * off * off / 2;
      slope.gradient[p] += penalty * off / scale;
      slope.curvature[p][p] += penalty / (scale * scale) + 1e-9;
    }
    return sum;
  }
}
