package org.postbag.classifier;

import java.util.List;

/// Fits the fusion weights on the held-out cases in scope: a conditional logit by Newton's method,
/// with non-negative weights and a quadratic penalty around the prior.
final class FusionFit {
  private static final int KINDS = Fusion.KINDS;

  private final List<ValidationCase> cases;
  private final double[] prior;
  private final double penalty;

  /// @param penalty cost of a squared deviation relative to the prior weight
  FusionFit(List<ValidationCase> cases, Fusion prior, double penalty) {
    this.cases = cases.stream().filter(ValidationCase::inScope).toList();
    this.prior = prior.values();
    this.penalty = penalty;
  }

  Fusion run() {
    Newton newton = new Newton(prior, penalty, true);
    return Fusion.of(newton.run(this::loss));
  }

  private double loss(double[] weights, Newton.Derivatives derivatives) {
    double sum = 0;
    for (ValidationCase validationCase : cases) {
      double[] scores = scores(validationCase, weights);
      double logSum = Softmax.logSum(scores);
      sum += validationCase.weight() * (logSum - scores[validationCase.truth()]);
      double[] mean = new double[KINDS];
      for (int t = 0; t < scores.length; t++) {
        double share = Math.exp(scores[t] - logSum);
        double[] evidence = evidence(validationCase, t);
        derivatives.addCurvature(validationCase.weight() * share, evidence);
        for (int kind = 0; kind < KINDS; kind++) {
          mean[kind] += share * evidence[kind];
        }
      }
      derivatives.addCurvature(-validationCase.weight(), mean);
      derivatives.addGradient(validationCase.weight(), mean);
      derivatives.addGradient(
          -validationCase.weight(), evidence(validationCase, validationCase.truth()));
    }
    return sum;
  }

  private static double[] scores(ValidationCase validationCase, double[] weights) {
    double[] scores = new double[validationCase.topics().size()];
    for (int t = 0; t < scores.length; t++) {
      for (int kind = 0; kind < KINDS; kind++) {
        scores[t] += weights[kind] * validationCase.topics().get(t).of(kind);
      }
    }
    return scores;
  }

  private static double[] evidence(ValidationCase validationCase, int topic) {
    ValidationCase.TopicEvidence topicEvidence = validationCase.topics().get(topic);
    double[] evidence = new double[KINDS];
    for (int kind = 0; kind < KINDS; kind++) {
      evidence[kind] = topicEvidence.of(kind);
    }
    return evidence;
  }
}
