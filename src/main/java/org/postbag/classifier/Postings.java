package org.postbag.classifier;

/// Lists, one behind the other: in each the texts of some texts, with a value each. An entry
/// takes four bytes: the bits of its value as a float, the last of them given up for the number.
final class Postings {
  private final int[] entries;

  /// The bits that hold the number. Of five hundred texts the value keeps 14 bits after the first,
  /// of five thousand 10.
  private final int textMask;

  /// @param size entries of all lists
  /// @param texts how many texts there are
  Postings(int size, int texts) {
    entries = new int[size];
    textMask = Integer.highestOneBit(Math.max(1, texts - 1)) * 2 - 1;
  }

  void put(int at, int text, float value) {
    int rounded = Float.floatToRawIntBits(value) + (textMask + 1) / 2;
    entries[at] = (rounded & ~textMask) | text;
  }

  /// To ask for an entry brings it near.
  int entry(int at) {
    return entries[at];
  }

  private int text(int entry) {
    return entry & textMask;
  }

  private float value(int entry) {
    return Float.intBitsToFloat(entry & ~textMask);
  }

  /// Adds the values of a list, factor a factor, each to the sum of its number.
  void addTo(float[] sums, float factor, int from, int to) {
    for (int at = from; at < to; at++) {
      sums[text(entries[at])] += factor * value(entries[at]);
    }
  }

  /// The same to two sums of each number.
  ///
  /// @param first the entry at `from`
  void addTo(
      float[] one, float oneFactor, float[] two, float twoFactor, int first, int from, int to) {
    int entry = first;
    for (int at = from + 1; ; at++) {
      int text = text(entry);
      one[text] += oneFactor * value(entry);
      two[text] += twoFactor * value(entry);
      if (at == to) {
        return;
      }
      entry = entries[at];
    }
  }

  /// The sum of a list's values, each factor what its number has.
  ///
  /// @param first the entry at `from`
  float product(float[] textWeights, int first, int from, int to) {
    int entry = first;
    float sum = value(entry) * textWeights[text(entry)];
    for (int at = from + 1; at < to; at++) {
      entry = entries[at];
      sum += value(entry) * textWeights[text(entry)];
    }
    return sum;
  }
}
