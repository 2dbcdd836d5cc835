package org.postbag.classifier;

import java.util.List;

/// The weights of the held-out cases: 1 for each case in scope, and for those out of scope as much
/// as their expected share of the traffic.
final class CaseWeights {
  private static final double MAX_OUT_OF_SCOPE = 0.5;
  private static final double REFERENCE_OUT_OF_SCOPE = 0.4;
  static final double MIN_OUT_OF_SCOPE = 0.08;
  private static final double LESS_PER_DOUBLING = 0.125;

  /// The number of labels that the assumed shares were measured at.
  static final int REFERENCE_TOPICS = 28;

  /// Pseudo-count: as many real out-of-scope examples weigh as much as the assumption.
  static final int OUT_OF_SCOPE_PRIOR = 30;

  private CaseWeights() {}

  /// The assumed share of out-of-scope texts, 0.08 to 0.5: 0.4 with 28 labels, 0.125 less per
  /// doubling.
  static double assumedOutOfScope(int topics) {
    double doublings = Math.log(Math.max(1, topics) / (double) REFERENCE_TOPICS) / Math.log(2);
    double share = REFERENCE_OUT_OF_SCOPE - LESS_PER_DOUBLING * doublings;
    return Math.clamp(share, MIN_OUT_OF_SCOPE, MAX_OUT_OF_SCOPE);
  }

  /// Weighs the cases so that out-of-scope texts have the given share. Examples of a left-out label
  /// are only a substitute for out-of-scope texts: with n real ones these get n/(n + 30) of the
  /// share.
  ///
  /// @param share of out-of-scope texts, at least 0 and below 1
  static List<ValidationCase> of(List<ValidationCase> cases, double share) {
    double in = cases.stream().filter(ValidationCase::inScope).count();
    double none = cases.stream().filter(t -> t.truth() == LabelledText.NONE).count();
    double leftOut = cases.size() - in - none;
    double outOfScopeWeight = in * share / (1 - share);
    double realShare = leftOut == 0 ? 1 : none / (none + OUT_OF_SCOPE_PRIOR);
    return cases.stream()
        .map(t ->
            t.withWeight(
                t.inScope()
                    ? 1
                    : t.truth() == LabelledText.NONE
                        ? outOfScopeWeight * realShare / none
                        : outOfScopeWeight * (1 - realShare) / leftOut))
        .toList();
  }

  /// The weights for fitting with embeddings. There, examples of a left-out label look nearer to
  /// the known labels than real out-of-scope texts do, and more so among many labels; beyond 28
  /// labels they are therefore scaled by the cube root of 28/n.
  static List<ValidationCase> forEmbeddings(List<ValidationCase> cases) {
    return cases.stream()
        .map(t ->
            t.truth() == ValidationCase.LEFT_OUT ? t.withWeight(t.weight() * leftOutFactor(t)) : t)
        .toList();
  }

  private static double leftOutFactor(ValidationCase validationCase) {
    return Math.min(1, Math.cbrt(REFERENCE_TOPICS / (double) validationCase.topics().size()));
  }
}
