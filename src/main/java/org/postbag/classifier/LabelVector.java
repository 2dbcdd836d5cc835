package org.postbag.classifier;

import org.postbag.classifier.text.IntFloatMap;
import org.postbag.classifier.text.SparseVector;

/// The vector of one label's text: content features only, without style features.
///
/// @param direction unit vector; all zero when the text has no content features
/// @param length the norm before normalisation
record LabelVector(SparseVector direction, float length) {
  static LabelVector of(SparseVector labelText) {
    IntFloatMap all = new IntFloatMap(labelText.size());
    labelText.forEachContent(all::add);
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

  /// The cosine to a text, 0 to 1.
  double cosine(SparseVector text) {
    return product(text) / Centroids.TEXT_NORM;
  }

  /// The dot product with a text.
  double product(SparseVector text) {
    float[] shared = direction.valuesIn(text);
    double sum = 0;
    for (int i = 0; i < shared.length; i++) {
      sum += direction.value(i) * shared[i];
    }
    return sum;
  }

  /// The gradient of the cosine with respect to the text's feature values.
  float[] slopes(SparseVector text) {
    float[] slopes = text.valuesIn(direction);
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] /= Centroids.TEXT_NORM;
    }
    return slopes;
  }

  /// Whether both come from the same features with the same values.
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
