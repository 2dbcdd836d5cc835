package org.postbag.matching.words;

import java.util.Arrays;

/// A text as weighted features, sparse, in ascending order of the features' numbers. The words and
/// the pieces of words each have length 1, or 0 where there are none; the manner has less.
public final class Vector {
  private final int[] features;
  private final float[] values;

  Vector(int[] features, float[] values) {
    this.features = features;
    this.values = values;
  }

  public int size() {
    return features.length;
  }

  public int feature(int i) {
    return features[i];
  }

  public float value(int i) {
    return values[i];
  }

  /// The value of a feature, 0 when it is not there.
  public float of(int feature) {
    int at = Arrays.binarySearch(features, feature);
    return at < 0 ? 0 : values[at];
  }

  /// The sum of the products of what both have.
  public double dot(Vector other) {
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      sum += (double) values[i] * other.of(features[i]);
    }
    return sum;
  }

  /// This vector and another, times a factor.
  Vector plus(Vector other, float factor) {
    Counts sum = new Counts(size() + other.size());
    forEach(sum::add);
    other.forEach((feature, value) -> sum.add(feature, value * factor));
    int[] all = sum.keys();
    float[] sums = new float[all.length];
    for (int i = 0; i < all.length; i++) {
      sums[i] = sum.get(all[i]);
    }
    return new Vector(all, sums);
  }

  /// This vector, `factor` times as long.
  Vector times(float factor) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = values[i] * factor;
    }
    return new Vector(features, scaled);
  }

  /// Calls for each feature with its value.
  public void forEach(Visitor visitor) {
    for (int i = 0; i < features.length; i++) {
      visitor.visit(features[i], values[i]);
    }
  }

  /// Calls for each feature of what the text is about, those of its manner left out.
  public void forEachOfMatter(Visitor visitor) {
    forEach((feature, value) -> {
      if (!Occurrences.isManner(feature)) {
        visitor.visit(feature, value);
      }
    });
  }

  /// Takes a feature and its value.
  public interface Visitor {
    void visit(int feature, float value);
  }

  /// Length by Euclid; 0 for an empty text.
  public double length() {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }
}
