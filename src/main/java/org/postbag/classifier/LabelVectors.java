package org.postbag.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.postbag.classifier.text.SparseVector;

/// Each topic's own words, for comparing a letter to these alone: among many examples they are lost
/// in the topic's centre. One topic is compared at a time, for only the likeliest is asked for.
///
/// @param all one for each topic
record LabelVectors(List<LabelVector> all) {
  LabelVectors {
    all = List.copyOf(all);
  }

  static LabelVectors of(List<SparseVector> profiles) {
    return new LabelVectors(profiles.stream().map(LabelVector::of).toList());
  }

  /// Those of one topic.
  LabelVector of(int topic) {
    return all.get(topic);
  }

  /// The cosine of a letter to each topic's own words, worked out once when it is asked for.
  IntToDoubleFunction cosines(SparseVector letter) {
    double[] known = new double[all.size()];
    Arrays.fill(known, Double.NaN);
    return topic -> {
      if (Double.isNaN(known[topic])) {
        known[topic] = of(topic).cosine(letter);
      }
      return known[topic];
    };
  }
}
