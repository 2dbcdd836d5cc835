package org.postbag.classifier;

import org.postbag.classifier.text.IntFloatMap;
import org.postbag.classifier.text.SparseVector;

/// One topic's own words: what they are about, without their manner.
///
/// @param direction at the length 1, or 0 where there are none
/// @param length what it was before
record LabelVector(SparseVector direction, float length) {
  static LabelVector of(SparseVector profile) {
    IntFloatMap all = new IntFloatMap(profile.size());
    profile.forEachContent(all::add);
    int[] features = all.keys();
    float[] values = new float[features.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = all.get(features[i]);
    }
    float length = (float) SparseVector.of(features, values).length();
    for (int i = 0; i < values.length && length > 0; i++) {
      values[i] /= length;
    }
    return new LabelVector(SparseVector.of(features, values), length);
  }

  /// The cosine of a letter to them.
  double cosine(SparseVector letter) {
    return product(letter) / Centroids.TEXT_LENGTH;
  }

  /// How much of a text lies in their direction.
  double product(SparseVector text) {
    float[] shared = direction.valuesIn(text);
    double sum = 0;
    for (int i = 0; i < shared.length; i++) {
      sum += direction.value(i) * shared[i];
    }
    return sum;
  }

  /// What one unit of each feature of a letter adds to the cosine.
  float[] slopes(SparseVector letter) {
    float[] slopes = letter.valuesIn(direction);
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] /= Centroids.TEXT_LENGTH;
    }
    return slopes;
  }

  /// Whether these are the same words, weighed alike.
  boolean isSame(LabelVector other) {
    boolean same = length == other.length && direction.size() == other.direction.size();
    for (int i = 0; same && i < direction.size(); i++) {
      same =
          direction.feature(i) == other.direction.feature(i)
              && direction.value(i) == other.direction.value(i);
    }
    return same;
  }
}
