package org.postbag.classifier;

/// Concatenated postings lists of (text, value) pairs in four bytes each: the float's bits, with
/// the lowest ones given to the text number.
final class Postings {
  private final int[] entries;

  /// The bits of the text number. 14 bits of mantissa remain with five hundred texts, 10 with five
  /// thousand.
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

  /// A raw entry; reading it also loads the cache line.
  int entry(int at) {
    return entries[at];
  }

  private int text(int entry) {
    return entry & textMask;
  }

  private float value(int entry) {
    return Float.intBitsToFloat(entry & ~textMask);
  }

  /// Adds a list's values, times a factor, to the sums of their texts.
  void addTo(float[] sums, float factor, int from, int to) {
    for (int at = from; at < to; at++) {
      sums[text(entries[at])] += factor * value(entries[at]);
    }
  }

  /// Adds a list to two sums per text, each with its own factor; one pass over the list.
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

  /// The dot product of a list with the texts' weights.
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
