package org.postbag.classifier.text;

/// A vector that is kept for long, in 4 bytes a feature: 24 bits of its number, so that once in
/// several letters one feature is taken for another, and 8 of its value as a share of the max.
public final class QuantizedVector {
  private static final int VALUE_BITS = 8;
  private static final int MAX_CODE = (1 << VALUE_BITS) - 1;

  private final int[] entries;
  private final float step;
  private final double length;

  private QuantizedVector(int[] entries, float step, double length) {
    this.entries = entries;
    this.step = step;
    this.length = length;
  }

  public static QuantizedVector of(SparseVector vector) {
    float max = 0;
    for (int i = 0; i < vector.size(); i++) {
      max = Math.max(max, vector.value(i));
    }
    int[] entries = new int[vector.size()];
    for (int i = 0; max > 0 && i < entries.length; i++) {
      entries[i] = (vector.feature(i) & ~MAX_CODE) | Math.round(vector.value(i) / max * MAX_CODE);
    }
    return new QuantizedVector(entries, max / MAX_CODE, vector.length());
  }

  int size() {
    return entries.length;
  }

  /// The number of a feature, but for its last bits.
  int feature(int i) {
    return entries[i] & ~MAX_CODE;
  }

  float value(int i) {
    return (entries[i] & MAX_CODE) * step;
  }

  /// Whether two features are the same to a vector of this kind.
  static boolean isSame(int one, int other) {
    return (one ^ other) >>> VALUE_BITS == 0;
  }

  /// Length by Euclid; 0 for an empty text.
  public double length() {
    return length;
  }
}
