package org.postbag.classifier;

/// Lists, one behind the other: in each the numbers of some texts, with a value each. An entry
/// takes four bytes: the bits of its value as a float, the last of them given up for the number.
final class Postings {
  private final int[] entries;

  /// The bits that hold the number. Of five hundred texts the value keeps 14 bits after the first,
  /// of five thousand 10.
  private final int numberBits;

  /// @param size entries of all lists
  /// @param numbers how many numbers there are
  Postings(int size, int numbers) {
    entries = new int[size];
    numberBits = Integer.highestOneBit(Math.max(1, numbers - 1)) * 2 - 1;
  }

  void put(int at, int number, float value) {
    int rounded = Float.floatToRawIntBits(value) + (numberBits + 1) / 2;
    entries[at] = (rounded & ~numberBits) | number;
  }

  /// To ask for an entry brings it near.
  int entry(int at) {
    return entries[at];
  }

  private int number(int entry) {
    return entry & numberBits;
  }

  private float value(int entry) {
    return Float.intBitsToFloat(entry & ~numberBits);
  }

  /// Adds the values of a list, times a factor, each to the sum of its number.
  void addTo(float[] sums, float times, int from, int to) {
    for (int at = from; at < to; at++) {
      sums[number(entries[at])] += times * value(entries[at]);
    }
  }

  /// The same to two sums of each number.
  ///
  /// @param first the entry at `from`
  void addTo(
      float[] one, float timesOne, float[] two, float timesTwo, int first, int from, int to) {
    int entry = first;
    for (int at = from + 1; ; at++) {
      int number = number(entry);
      one[number] += timesOne * value(entry);
      two[number] += timesTwo * value(entry);
      if (at == to) {
        return;
      }
      entry = entries[at];
    }
  }

  /// The sum of a list's values, each times what its number has.
  ///
  /// @param first the entry at `from`
  float product(float[] ofNumbers, int first, int from, int to) {
    int entry = first;
    float sum = value(entry) * ofNumbers[number(entry)];
    for (int at = from + 1; at < to; at++) {
      entry = entries[at];
      sum += value(entry) * ofNumbers[number(entry)];
    }
    return sum;
  }
}
