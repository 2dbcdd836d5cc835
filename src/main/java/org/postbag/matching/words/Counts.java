package org.postbag.matching.words;

import java.util.Arrays;

/// A map from feature numbers to sums.
public final class Counts {
  private final Numbering numbering;
  private float[] sums;

  public Counts(int expected) {
    numbering = new Numbering(expected);
    sums = new float[Math.max(8, expected)];
  }

  public int size() {
    return numbering.size();
  }

  public void add(int key, float amount) {
    int number = numbering.add(key);
    if (number == sums.length) {
      sums = Arrays.copyOf(sums, number * 2);
    }
    sums[number] += amount;
  }

  /// The sum of a key, 0 for one that was never added.
  public float get(int key) {
    int number = numbering.of(key);
    return number < 0 ? 0 : sums[number];
  }

  /// The greatest of all sums, 0 without any.
  float greatest() {
    float greatest = 0;
    for (int number = 0; number < size(); number++) {
      greatest = Math.max(greatest, sums[number]);
    }
    return greatest;
  }

  /// All keys in ascending order, so that whatever is summed over them comes out the same again.
  public int[] keys() {
    int[] all = numbering.features();
    Arrays.sort(all);
    return all;
  }
}
