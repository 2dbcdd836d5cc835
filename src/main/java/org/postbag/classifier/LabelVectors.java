package org.postbag.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.postbag.classifier.text.SparseVector;

/// The vectors of the label texts alone. Among many examples a label's text is lost in its
/// centroid, so the gate compares with it separately. Cosines are computed on demand, since only
/// the best label needs one.
///
/// @param all one per label
record LabelVectors(List<LabelVector> all) {
  LabelVectors {
    all = List.copyOf(all);
  }

  static LabelVectors of(List<SparseVector> labelTexts) {
    return new LabelVectors(labelTexts.stream().map(LabelVector::of).toList());
  }

  /// The vector of one label.
  LabelVector of(int topic) {
    return all.get(topic);
  }

  /// Adds the gradient of the cosine to a label's vector.
  ///
  /// @param topic [LabelledText#NONE] for none
  /// @param times the weight of the cosine
  void addTo(float[] slopes, double times, int topic, SparseVector text) {
    if (topic >= 0 && times != 0) {
      float[] more = of(topic).slopes(text);
      for (int i = 0; i < slopes.length; i++) {
        slopes[i] += (float) (times * more[i]);
      }
    }
  }

  /// The cosine of a text to each label vector, computed on first use and kept. For one thread.
  IntToDoubleFunction cosines(SparseVector text) {
    double[] cosines = new double[all.size()];
    Arrays.fill(cosines, Double.NaN);
    return topic -> {
      if (Double.isNaN(cosines[topic])) {
        cosines[topic] = of(topic).cosine(text);
      }
      return cosines[topic];
    };
  }
}
