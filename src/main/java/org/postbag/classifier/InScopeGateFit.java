package org.postbag.classifier;

import java.util.List;

/// Fits the gate by logistic regression with Newton's method, with a quadratic penalty around the
/// prior.
final class InScopeGateFit {
  private final List<ValidationCase> cases;
  private final List<InScopeGate.View> views;
  private final InScopeGate prior;
  private final double penalty;

  /// @param penalty cost of a squared deviation relative to the prior weight
  InScopeGateFit(List<ValidationCase> cases, Fusion fusion, InScopeGate prior, double penalty) {
    this.cases = cases;
    this.views = cases.stream().map(validationCase -> validationCase.view(fusion)).toList();
    this.prior = prior;
    this.penalty = penalty;
  }

  InScopeGate run() {
    return InScopeGate.fitted(new Newton(prior.values(), penalty, false).run(this::loss));
  }

  private double loss(double[] weights, Newton.Derivatives derivatives) {
    double sum = 0;
    for (int i = 0; i < cases.size(); i++) {
      double weight = cases.get(i).weight();
      double[] features = views.get(i).features();
      double score = 0;
      for (int p = 0; p < features.length; p++) {
        score += weights[p] * features[p];
      }
      double probability = 1 / (1 + Math.exp(-score));
      boolean in = cases.get(i).inScope();
      // ln(1 + e^x), whatever the sign of x
      double logit = in ? -score : score;
      sum += weight * (Math.max(0, logit) + Math.log1p(Math.exp(-Math.abs(logit))));
      derivatives.addGradient(weight * (probability - (in ? 1 : 0)), features);
      derivatives.addCurvature(weight * probability * (1 - probability), features);
    }
    return sum;
  }
}
