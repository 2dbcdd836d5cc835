package org.postbag.classifier.text;

import java.util.Arrays;

/// Gives each feature a number, from 0 in the order in which they come. Feature and number lie side
/// by side in one table of open addressing, so that a look at a feature is one at the memory.
public final class IntIndex {
  /// The feature in the upper half, its number + 1 in the lower; 0 is free.
  private long[] table;

  private int size;

  public IntIndex(int expected) {
    table = new long[capacity(expected)];
  }

  /// The length of a table for so many features.
  static int capacity(int expected) {
    return Integer.highestOneBit(Math.max(8, expected * 2 - 1)) * 2;
  }

  /// Numbers features in their order; there must be none twice.
  public static IntIndex of(int[] features) {
    IntIndex intIndex = new IntIndex(features.length);
    for (int feature : features) {
      intIndex.add(feature);
    }
    return intIndex;
  }

  /// Forgets all features.
  void clear() {
    Arrays.fill(table, 0);
    size = 0;
  }

  public int size() {
    return size;
  }

  /// The number of a feature, -1 for one that has none.
  public int of(int feature) {
    return (int) table[slot(table, feature)] - 1;
  }

  /// The numbers of features, -1 for those that have none.
  public int[] of(SparseVector text) {
    long[] first = prefetch(table, text.features());
    int[] numbers = new int[first.length];
    for (int i = 0; i < numbers.length; i++) {
      long entry = first[i];
      boolean resolved = entry == 0 || (int) (entry >> 32) == text.feature(i);
      numbers[i] = resolved ? (int) entry - 1 : of(text.feature(i));
    }
    return numbers;
  }

  /// What stands in a table where features are looked for first. No look waits for what another one
  /// found, so that the memory is asked for many at once.
  static long[] prefetch(long[] table, int[] features) {
    long[] found = new long[features.length];
    int mask = table.length - 1;
    for (int i = 0; i < found.length; i++) {
      found[i] = table[firstSlot(features[i], mask)];
    }
    return found;
  }

  static int firstSlot(int feature, int mask) {
    return ((feature * 0x9E3779B9) >>> 7) & mask;
  }

  /// The number of a feature, the next one if it has none yet.
  public int add(int feature) {
    int slot = slot(table, feature);
    if (table[slot] != 0) {
      return (int) table[slot] - 1;
    }
    table[slot] = ((long) feature << 32) | ++size;
    if (size * 2 > table.length) {
      table = grown(table);
    }
    return size - 1;
  }

  /// All features in the order of their numbers.
  public int[] features() {
    int[] features = new int[size];
    for (long entry : table) {
      if (entry != 0) {
        features[(int) entry - 1] = (int) (entry >> 32);
      }
    }
    return features;
  }

  /// Where a feature stands in a table, or the free place where it would; it is in the upper half.
  static int slot(long[] table, int feature) {
    int mask = table.length - 1;
    int slot = firstSlot(feature, mask);
    while (table[slot] != 0 && (int) (table[slot] >> 32) != feature) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// The first free place for a feature.
  static int freeSlot(long[] table, int feature) {
    int mask = table.length - 1;
    int slot = firstSlot(feature, mask);
    while (table[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// A table of twice the length with the same in it.
  static long[] grown(long[] table) {
    long[] grown = new long[table.length * 2];
    for (long entry : table) {
      if (entry != 0) {
        grown[freeSlot(grown, (int) (entry >> 32))] = entry;
      }
    }
    return grown;
  }
}
