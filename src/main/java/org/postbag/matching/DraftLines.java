package org.postbag.matching;

import org.postbag.catalog.DraftRule;
import org.postbag.catalog.Topic;
import org.postbag.classifier.PrecisionCurve;

/// The probability from which on a model's proposal becomes a draft.
///
/// @param curves how often its proposals are right
record DraftLines(PrecisionCurve.Pair curves) {
  /// Of the topics' own words.
  static final DraftLines SHIPPED = new DraftLines(PrecisionCurve.Pair.SHIPPED);

  /// @param byMeaning whether the embedding counted
  double of(Topic topic, boolean byMeaning) {
    PrecisionCurve curve = byMeaning ? curves.withEmbedding() : curves.words();
    return switch (topic.draftRule().orElse(DraftRule.DEFAULT)) {
      case DraftRule.Threshold(double probability) -> probability;
      case DraftRule.DraftsRight(double share) -> curve.line(share);
    };
  }
}
