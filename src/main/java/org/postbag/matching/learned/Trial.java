package org.postbag.matching.learned;

import java.util.List;

/// What a letter that the model had not seen looked like to it.
///
/// @param topics the evidence for each topic that the model knew
/// @param truth the right one of these, -1 when it is none of them
/// @param weight how much the letter counts
record Trial(List<Look> topics, int truth, double weight) {
  Trial {
    topics = List.copyOf(topics);
  }

  /// The evidence for one topic.
  record Look(double keyword, double centre, double regression) {
    double of(int kind) {
      return switch (kind) {
        case 0 -> keyword;
        case 1 -> centre;
        default -> regression;
      };
    }
  }
}
