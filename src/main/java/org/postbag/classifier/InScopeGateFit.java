package org.postbag.classifier;

import java.util.List;

/// Finds the gate under which letters in and out of scope are told apart best: logistic regression
/// by Newton's method, held near a given gate by a penalty.
final class InScopeGateFit {
  private final List<ValidationCase> trials;
  private final List<InScopeGate.View> views;
  private final InScopeGate prior;
  private final double penalty;

  /// @param penalty how much the square of a deviation costs, relative to the given weight
  InScopeGateFit(List<ValidationCase> trials, Fusion fusion, InScopeGate prior, double penalty) {
    this.trials = trials;
    this.views = trials.stream().map(validationCase -> validationCase.view(fusion)).toList();
    this.prior = prior;
    this.penalty = penalty;
  }

  InScopeGate run() {
    return InScopeGate.fitted(new Newton(prior.values(), penalty, false).run(this::loss));
  }

  private double loss(double[] at, Newton.Slope slope) {
    double sum = 0;
    for (int i = 0; i < trials.size(); i++) {
      double weight = trials.get(i).weight();
      double[] features = views.get(i).features();
      double score = 0;
      for (int p = 0; p < features.length; p++) {
        score += at[p] * features[p];
      }
      double probability = 1 / (1 + Math.exp(-score));
      boolean in = trials.get(i).inScope();
      // ln(1 + e^x), whatever the sign of x
      double off = in ? -score : score;
      sum += weight * (Math.max(0, off) + Math.log1p(Math.exp(-Math.abs(off))));
      slope.add(weight * (probability - (in ? 1 : 0)), features);
      slope.curve(weight * probability * (1 - probability), features);
    }
    return sum;
  }
}
