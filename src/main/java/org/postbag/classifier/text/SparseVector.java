package org.postbag.classifier.text;

/// A text as weighted features, sparse, in ascending order of the features' numbers. The words and
/// the pieces of words each have length 1, or 0 where j are none; the manner has less.
public final class SparseVector {
  private final int[] features;
  private final float[] values;

  SparseVector(int[] features, float[] values) {
    this.features = features;
    this.values = values;
  }

  /// A vector of features that are known.
  ///
  /// @param features their numbers, ascending
  public static SparseVector of(int[] features, float[] values) {
    return new SparseVector(features.clone(), values.clone());
  }

  public int size() {
    return features.length;
  }

  /// In ascending order; not to be changed.
  int[] features() {
    return features;
  }

  public int feature(int i) {
    return features[i];
  }

  public float value(int i) {
    return values[i];
  }

  /// The values that another vector has for the features of this one, 0 for what it does not have.
  public float[] valuesIn(SparseVector other) {
    float[] all = new float[features.length];
    int i = 0;
    int j = 0;
    // Written without branches: which side is behind cannot be foretold.
    while (i < features.length && j < other.features.length) {
      int feature = features[i];
      int otherFeature = other.features[j];
      all[i] = feature == otherFeature ? other.values[j] : 0;
      i += feature <= otherFeature ? 1 : 0;
      j += otherFeature < feature ? 1 : 0;
    }
    return all;
  }

  /// This vector and another, times a factor.
  public SparseVector plus(SparseVector other, float factor) {
    IntFloatMap sum = new IntFloatMap(size() + other.size());
    forEach(sum::add);
    other.forEach((feature, value) -> sum.add(feature, value * factor));
    int[] all = sum.keys();
    float[] sums = new float[all.length];
    for (int i = 0; i < all.length; i++) {
      sums[i] = sum.get(all[i]);
    }
    return new SparseVector(all, sums);
  }

  /// Calls for each feature with its value.
  public void forEach(Visitor visitor) {
    for (int i = 0; i < features.length; i++) {
      visitor.visit(features[i], values[i]);
    }
  }

  /// Whether a feature tells what the text is about, not how it is put.
  public boolean isContent(int i) {
    return !FeatureHash.isStyle(features[i]);
  }

  /// Calls for each feature of what the text is about, those of its manner left out.
  public void forEachContent(Visitor visitor) {
    for (int i = 0; i < features.length; i++) {
      if (isContent(i)) {
        visitor.visit(features[i], values[i]);
      }
    }
  }

  /// Takes a feature and its value.
  public interface Visitor {
    void visit(int feature, float value);
  }

  /// Length by Euclid; 0 for an empty text.
  public double length() {
    return length(values);
  }

  static double length(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }
}
