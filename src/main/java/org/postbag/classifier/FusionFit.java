package org.postbag.classifier;

import java.util.List;

/// Finds the weights between the topics under which the trials in scope come out most probable: a
/// conditional logit, by Newton's method, held near given weights by a penalty.
final class FusionFit {
  private static final int KINDS = Fusion.KINDS;

  private final List<ValidationCase> trials;
  private final double[] prior;
  private final double penalty;

  /// @param penalty how much the square of a deviation costs, relative to the given weight
  FusionFit(List<ValidationCase> trials, Fusion prior, double penalty) {
    this.trials = trials.stream().filter(ValidationCase::inScope).toList();
    this.prior = prior.values();
    this.penalty = penalty;
  }

  Fusion run() {
    Newton newton = new Newton(prior, penalty, true);
    return Fusion.of(newton.run(this::loss));
  }

  private double loss(double[] at, Newton.Slope slope) {
    double sum = 0;
    for (ValidationCase validationCase : trials) {
      double[] scores = scores(validationCase, at);
      double logSum = Softmax.logSum(scores);
      sum += validationCase.weight() * (logSum - scores[validationCase.truth()]);
      double[] mean = new double[KINDS];
      for (int t = 0; t < scores.length; t++) {
        double share = Math.exp(scores[t] - logSum);
        double[] evidence = evidence(validationCase, t);
        slope.curve(validationCase.weight() * share, evidence);
        for (int kind = 0; kind < KINDS; kind++) {
          mean[kind] += share * evidence[kind];
        }
      }
      slope.curve(-validationCase.weight(), mean);
      slope.add(validationCase.weight(), mean);
      slope.add(-validationCase.weight(), evidence(validationCase, validationCase.truth()));
    }
    return sum;
  }

  private static double[] scores(ValidationCase validationCase, double[] at) {
    double[] scores = new double[validationCase.topics().size()];
    for (int t = 0; t < scores.length; t++) {
      for (int kind = 0; kind < KINDS; kind++) {
        scores[t] += at[kind] * validationCase.topics().get(t).of(kind);
      }
    }
    return scores;
  }

  private static double[] evidence(ValidationCase validationCase, int topic) {
    ValidationCase.Look look = validationCase.topics().get(topic);
    double[] evidence = new double[KINDS];
    for (int kind = 0; kind < KINDS; kind++) {
      evidence[kind] = look.of(kind);
    }
    return evidence;
  }
}
