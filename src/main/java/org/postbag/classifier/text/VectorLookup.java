package org.postbag.classifier.text;

/// Where the features of a vector stand in it, for many that are looked for: they are spread
/// evenly, so that the first bits of one lead to the few that it may be.
public final class VectorLookup {
  private static final int BITS = 13;

  private final int[] features;

  /// The place of the first feature that begins with these bits, or of the next one.
  private final int[] first = new int[(1 << BITS) + 1];

  private VectorLookup(int[] features) {
    this.features = features;
    int at = 0;
    for (int bits = 0; bits < first.length; bits++) {
      while (at < features.length && bits(features[at]) < bits) {
        at++;
      }
      first[bits] = at;
    }
  }

  public static VectorLookup of(SparseVector vector) {
    return new VectorLookup(vector.features());
  }

  private static int bits(int feature) {
    return (feature ^ Integer.MIN_VALUE) >>> (Integer.SIZE - BITS);
  }

  /// Takes a feature that two vectors share.
  public interface Visitor {
    /// Takes one.
    ///
    /// @param at its place in the vector looked through
    /// @param value what it has in the other one
    void visit(int at, float value);
  }

  /// Calls for each feature that another vector has as well.
  public void forEachShared(QuantizedVector other, Visitor visitor) {
    for (int i = 0; i < other.size(); i++) {
      int feature = other.feature(i);
      int bits = bits(feature);
      for (int at = first[bits]; at < first[bits + 1]; at++) {
        if (QuantizedVector.isSame(features[at], feature)) {
          visitor.visit(at, other.value(i));
        }
      }
    }
  }
}
