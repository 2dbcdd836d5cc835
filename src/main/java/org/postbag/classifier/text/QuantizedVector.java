package org.postbag.classifier.text;

/// A vector that is kept for long, in 4 bytes a feature: 24 bits of its number, so that once in
/// several letters one feature is taken for another, and 8 of its value as a share of the greatest.
public final class QuantizedVector {
  private static final int VALUE_BITS = 8;
  private static final int STEPS = (1 << VALUE_BITS) - 1;

  private final int[] entries;
  private final float step;
  private final double length;

  private QuantizedVector(int[] entries, float step, double length) {
    this.entries = entries;
    this.step = step;
    this.length = length;
  }

  public static QuantizedVector of(SparseVector sparseVector) {
    float greatest = 0;
    for (int i = 0; i < sparseVector.size(); i++) {
      greatest = Math.max(greatest, sparseVector.value(i));
    }
    int[] entries = new int[sparseVector.size()];
    for (int i = 0; greatest > 0 && i < entries.length; i++) {
      entries[i] = (sparseVector.feature(i) & ~STEPS) | Math.round(sparseVector.value(i) / greatest * STEPS);
    }
    return new QuantizedVector(entries, greatest / STEPS, sparseVector.length());
  }

  int size() {
    return entries.length;
  }

  /// The number of a feature, but for its last bits.
  int feature(int i) {
    return entries[i] & ~STEPS;
  }

  float value(int i) {
    return (entries[i] & STEPS) * step;
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
