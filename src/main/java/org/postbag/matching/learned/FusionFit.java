package org.postbag.matching.learned;

import java.util.List;

/// Finds the weights under which the trials come out most probable: a conditional logit with a
/// "none" alternative, by Newton's method, held near given weights by a penalty.
final class FusionFit {
  private static final int KINDS = 3;
  private static final int PARAMETERS = KINDS + 1;

  private final List<Trial> trials;
  private final double[] prior;
  private final double penalty;

  /// @param penalty how much the square of a deviation costs, relative to the given weight
  FusionFit(List<Trial> trials, Fusion prior, double penalty) {
    this.trials = trials;
    this.prior = values(prior);
    this.penalty = penalty;
  }

  private static double[] values(Fusion f) {
    return new double[] {f.keyword(), f.centre(), f.regression(), f.none()};
  }

  Fusion run() {
    double[] at = prior.clone();
    double value = loss(at);
    for (int step = 0; step < 50; step++) {
      double[] move = newton(at);
      double length = 1;
      double[] next = moved(at, move, length);
      while (loss(next) > value && length > 1e-4) {
        length /= 2;
        next = moved(at, move, length);
      }
      double gained = value - loss(next);
      if (gained <= 0) {
        break;
      }
      at = next;
      value -= gained;
      if (gained < 1e-7 * (1 + Math.abs(value))) {
        break;
      }
    }
    return new Fusion(at[0], at[1], at[2], at[3]);
  }

  private static double[] moved(double[] at, double[] move, double length) {
    double[] next = new double[PARAMETERS];
    for (int p = 0; p < PARAMETERS; p++) {
      double to = at[p] - length * move[p];
      next[p] = p < KINDS ? Math.max(0, to) : to;
    }
    return next;
  }

  private double scale(int p) {
    return Math.max(Math.abs(prior[p]), 0.2);
  }

  private double loss(double[] at) {
    double sum = 0;
    for (int p = 0; p < PARAMETERS; p++) {
      double off = (at[p] - prior[p]) / scale(p);
      sum += penalty * off * off / 2;
    }
    for (Trial trial : trials) {
      double[] scores = scores(trial, at);
      int truth = trial.truth() < 0 ? scores.length - 1 : trial.truth();
      sum += trial.weight() * (Softmax.logSum(scores) - scores[truth]);
    }
    return sum;
  }

  private static double[] scores(Trial trial, double[] at) {
    int topics = trial.topics().size();
    double[] scores = new double[topics + 1];
    for (int t = 0; t < topics; t++) {
      for (int kind = 0; kind < KINDS; kind++) {
        scores[t] += at[kind] * trial.topics().get(t).of(kind);
      }
    }
    scores[topics] = at[KINDS];
    return scores;
  }

  private static double feature(Trial trial, int alternative, int p) {
    boolean none = alternative == trial.topics().size();
    if (p == KINDS) {
      return none ? 1 : 0;
    }
    return none ? 0 : trial.topics().get(alternative).of(p);
  }

  private double[] newton(double[] at) {
    double[] gradient = new double[PARAMETERS];
    double[][] curvature = new double[PARAMETERS][PARAMETERS];
    for (int p = 0; p < PARAMETERS; p++) {
      gradient[p] = penalty * (at[p] - prior[p]) / (scale(p) * scale(p));
      curvature[p][p] = penalty / (scale(p) * scale(p)) + 1e-9;
    }
    for (Trial trial : trials) {
      add(trial, at, gradient, curvature);
    }
    return Linear.solve(curvature, gradient);
  }

  private static void add(Trial trial, double[] at, double[] gradient, double[][] curvature) {
    double[] scores = scores(trial, at);
    double logSum = Softmax.logSum(scores);
    int truth = trial.truth() < 0 ? scores.length - 1 : trial.truth();
    double[] mean = new double[PARAMETERS];
    for (int a = 0; a < scores.length; a++) {
      double share = Math.exp(scores[a] - logSum);
      for (int p = 0; p < PARAMETERS; p++) {
        mean[p] += share * feature(trial, a, p);
        for (int q = 0; q < PARAMETERS; q++) {
          curvature[p][q] += trial.weight() * share * feature(trial, a, p) * feature(trial, a, q);
        }
      }
    }
    for (int p = 0; p < PARAMETERS; p++) {
      gradient[p] += trial.weight() * (mean[p] - feature(trial, truth, p));
      for (int q = 0; q < PARAMETERS; q++) {
        curvature[p][q] -= trial.weight() * mean[p] * mean[q];
      }
    }
  }
}
