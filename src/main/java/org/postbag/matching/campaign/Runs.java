package org.postbag.matching.campaign;

import java.util.Arrays;

/// Runs of consecutive words, as hashes.
///
/// Three words instead of the usual four: a word that the writer replaced destroys three runs, not
/// four, and reworded letters are those that are hard to find.
final class Runs {
  static final int LENGTH = 3;

  private Runs() {}

  static int hash(int[] words, int from) {
    int hash = 1;
    for (int i = from; i < from + LENGTH; i++) {
      hash = (hash ^ words[i]) * 0x9E3779B1;
      hash ^= hash >>> 15;
    }
    // 0 marks a free slot in RunCounts.
    return hash == 0 ? 1 : hash;
  }

  /// Each once, ascending.
  static int[] distinct(int[] runs) {
    int[] sorted = runs.clone();
    Arrays.sort(sorted);
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[size - 1]) {
        sorted[size++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, size);
  }
}
