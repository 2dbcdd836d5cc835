package org.postbag.classifier.text;

import java.util.Arrays;

/// A map from feature numbers to sums above 0. Key and sum lie side by side in one table of open
/// addressing, so that a look at a sum is one at the memory.
public final class IntFloatMap {
  /// The key in the upper half, the bits of its sum in the lower; 0 is free.
  private long[] table;

  private int size;

  public IntFloatMap(int expected) {
    table = new long[IntIndex.capacity(expected)];
  }

  public int size() {
    return size;
  }

  /// Adds an amount of at least 0.
  public void add(int key, float amount) {
    if (amount == 0) {
      return;
    }
    int slot = IntIndex.slot(table, key);
    boolean isNew = table[slot] == 0;
    table[slot] = entry(key, sum(table[slot]) + amount);
    if (isNew && ++size * 2 > table.length) {
      table = IntIndex.grown(table);
    }
  }

  private static long entry(int key, float sum) {
    return ((long) key << 32) | Float.floatToRawIntBits(sum);
  }

  private static float sum(long entry) {
    return Float.intBitsToFloat((int) entry);
  }

  /// The sum of a key, 0 for one that was never added.
  public float get(int key) {
    return sum(table[IntIndex.slot(table, key)]);
  }

  /// The sums of keys.
  float[] get(int[] all) {
    long[] first = IntIndex.prefetch(table, all);
    float[] sums = new float[all.length];
    for (int i = 0; i < sums.length; i++) {
      boolean resolved = first[i] == 0 || (int) (first[i] >> 32) == all[i];
      sums[i] = resolved ? sum(first[i]) : get(all[i]);
    }
    return sums;
  }

  /// The max of all sums, 0 without any.
  float max() {
    float max = 0;
    for (long entry : table) {
      max = Math.max(max, sum(entry));
    }
    return max;
  }

  /// All keys in ascending order, so that whatever is summed over them comes out the same again.
  public int[] keys() {
    int[] all = new int[size];
    int at = 0;
    for (long entry : table) {
      if (entry != 0) {
        all[at++] = (int) (entry >> 32);
      }
    }
    Arrays.sort(all);
    return all;
  }

  /// The keys with the max sums, these first; of equal ones the smaller key.
  public int[] keysBySum(int limit) {
    long[] best = new long[limit];
    int found = 0;
    for (long entry : table) {
      long rank = rank(entry);
      if (entry != 0 && (found < limit || rank < best[limit - 1])) {
        found = Math.min(limit, found + 1);
        int at = found - 1;
        while (at > 0 && best[at - 1] > rank) {
          best[at] = best[--at];
        }
        best[at] = rank;
      }
    }
    return Arrays.stream(best, 0, found).mapToInt(IntFloatMap::key).toArray();
  }

  /// Sums are above 0, so their bits stand in the order of the sums.
  private static long rank(long entry) {
    return ((long) ~(int) entry << 32) | ((entry >>> 32) ^ 0x8000_0000L);
  }

  private static int key(long rank) {
    return (int) rank ^ 0x8000_0000;
  }

  /// All keys, those with the max sums first; of equal ones the smaller key.
  public int[] keysBySum() {
    long[] order = new long[size];
    int at = 0;
    for (long entry : table) {
      if (entry != 0) {
        order[at++] = rank(entry);
      }
    }
    Arrays.sort(order);
    return Arrays.stream(order).mapToInt(IntFloatMap::key).toArray();
  }
}
