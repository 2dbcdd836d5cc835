package org.postbag.classifier;

import java.util.List;

/// How much the trials count: letters in scope once each, and those that no topic fits as much as
/// they are expected to be of the post.
final class CaseWeights {
  private static final double MOST_OUT_OF_SCOPE = 0.5;
  private static final double USUAL_OUT_OF_SCOPE = 0.4;
  private static final double LEAST_OUT_OF_SCOPE = 0.08;
  private static final double LESS_PER_DOUBLING = 0.125;
  static final int USUAL_TOPICS = 28;

  /// Decisions for "none" that tell as much as what is assumed.
  static final int ENOUGH_ODD = 30;

  private CaseWeights() {}

  /// The share of letters that no topic fits: the more topics there are, the fewer such letters.
  static double assumedOutOfScope(int topics) {
    double doublings = Math.log(Math.max(1, topics) / (double) USUAL_TOPICS) / Math.log(2);
    double share = USUAL_OUT_OF_SCOPE - LESS_PER_DOUBLING * doublings;
    return Math.clamp(share, LEAST_OUT_OF_SCOPE, MOST_OUT_OF_SCOPE);
  }

  /// Weighs the letters so that those of no known topic have a given share. Letters of a topic that
  /// was left out only stand in for these: the more letters people said "none" to, the less the
  /// stand-ins count.
  static List<ValidationCase> of(List<ValidationCase> trials, double share) {
    double in = trials.stream().filter(ValidationCase::inScope).count();
    double none = trials.stream().filter(t -> t.truth() == LabelledText.NONE).count();
    double leftOut = trials.size() - in - none;
    double odd = in * share / (1 - share);
    double trust = leftOut == 0 ? 1 : none / (none + ENOUGH_ODD);
    return trials.stream()
        .map(t ->
            t.weighing(
                t.inScope()
                    ? 1
                    : t.truth() == LabelledText.NONE ? odd * trust / none : odd * (1 - trust) / leftOut))
        .toList();
  }

  /// The same trials for a gate that knows what letters mean. To it letters of a topic that was
  /// left out look nearer to the others than odd letters do, the more so the more topics there are:
  /// so many count less, by the cube root.
  static List<ValidationCase> forMeaning(List<ValidationCase> trials) {
    return trials.stream()
        .map(t -> t.truth() == ValidationCase.LEFT_OUT ? t.weighing(t.weight() * nearness(t)) : t)
        .toList();
  }

  private static double nearness(ValidationCase validationCase) {
    return Math.min(1, Math.cbrt(USUAL_TOPICS / (double) validationCase.topics().size()));
  }
}
