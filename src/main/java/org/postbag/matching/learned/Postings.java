package org.postbag.matching.learned;

/// Short lists, one behind the other: in each some numbers, of texts or of topics, with a value of
/// at least 0. An entry takes four bytes: the bits of its value as a float, the last of them given
/// up for the number, and the sign for whether it ends its list.
final class Postings {
  private static final int LAST = Integer.MIN_VALUE;

  private final int[] entries;

  /// The bits that hold the number. Of five hundred topics the value keeps 14 bits after the first,
  /// of five thousand texts 10.
  private final int numberBits;

  /// @param size entries of all lists
  /// @param numbers how many numbers there are
  Postings(int size, int numbers) {
    entries = new int[size];
    numberBits = Integer.highestOneBit(Math.max(1, numbers - 1)) * 2 - 1;
  }

  void put(int at, int number, float value, boolean last) {
    int rounded = Float.floatToRawIntBits(value) + (numberBits + 1) / 2;
    entries[at] = (rounded & ~numberBits) | number | (last ? LAST : 0);
  }

  int entry(int at) {
    return entries[at];
  }

  private static boolean isLast(int entry) {
    return entry < 0;
  }

  private int number(int entry) {
    return entry & numberBits;
  }

  private float value(int entry) {
    return Float.intBitsToFloat(entry & ~numberBits & ~LAST);
  }

  /// Calls for each entry of a feature's list.
  void forEach(int start, int feature, FeatureTable.Visitor visitor) {
    int at = start - 1;
    do {
      int entry = entries[++at];
      visitor.visit(feature, number(entry), value(entry));
    } while (!isLast(entries[at]));
  }

  /// Adds a list's values, times a factor, each to the sum of its number.
  ///
  /// @param first the first entry, which stands at `start`
  void addTo(float[] sums, int first, int start, float times) {
    int entry = first;
    int at = start;
    sums[number(entry)] += times * value(entry);
    while (!isLast(entry)) {
      entry = entries[++at];
      sums[number(entry)] += times * value(entry);
    }
  }

  /// The sum of a list's values, each times what its number has.
  ///
  /// @param first the first entry, which stands at `start`
  float product(float[] ofNumbers, int first, int start) {
    int entry = first;
    int at = start;
    float sum = value(entry) * ofNumbers[number(entry)];
    while (!isLast(entry)) {
      entry = entries[++at];
      sum += value(entry) * ofNumbers[number(entry)];
    }
    return sum;
  }
}
