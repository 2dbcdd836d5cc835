package org.postbag.matching.learned;

import java.util.List;

/// Finds the weights between the topics under which the trials in scope come out most probable: a
/// conditional logit, by Newton's method, held near given weights by a penalty.
final class FusionFit {
  private static final int KINDS = Fusion.KINDS;

  private final List<Trial> trials;
  private final double[] prior;
  private final double penalty;

  /// @param penalty how much the square of a deviation costs, relative to the given weight
  FusionFit(List<Trial> trials, Fusion prior, double penalty) {
    this.trials = trials.stream().filter(Trial::inScope).toList();
    this.prior = prior.values();
    this.penalty = penalty;
  }

  Fusion run() {
    Newton newton = new Newton(prior, penalty, true);
    return Fusion.of(newton.run(this::loss));
  }

  private double loss(double[] at, Newton.Slope slope) {
    double sum = 0;
    for (Trial trial : trials) {
      double[] scores = scores(trial, at);
      double logSum = Softmax.logSum(scores);
      sum += trial.weight() * (logSum - scores[trial.truth()]);
      double[] mean = new double[KINDS];
      for (int t = 0; t < scores.length; t++) {
        double share = Math.exp(scores[t] - logSum);
        double[] evidence = evidence(trial, t);
        slope.curve(trial.weight() * share, evidence);
        for (int kind = 0; kind < KINDS; kind++) {
          mean[kind] += share * evidence[kind];
        }
      }
      slope.curve(-trial.weight(), mean);
      slope.add(trial.weight(), mean);
      slope.add(-trial.weight(), evidence(trial, trial.truth()));
    }
    return sum;
  }

  private static double[] scores(Trial trial, double[] at) {
    double[] scores = new double[trial.topics().size()];
    for (int t = 0; t < scores.length; t++) {
      for (int kind = 0; kind < KINDS; kind++) {
        scores[t] += at[kind] * trial.topics().get(t).of(kind);
      }
    }
    return scores;
  }

  private static double[] evidence(Trial trial, int topic) {
    Trial.Look look = trial.topics().get(topic);
    double[] evidence = new double[KINDS];
    for (int kind = 0; kind < KINDS; kind++) {
      evidence[kind] = look.of(kind);
    }
    return evidence;
  }
}
