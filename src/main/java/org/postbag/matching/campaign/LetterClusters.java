package org.postbag.matching.campaign;

/// The group of each letter, eight bytes a letter in an open-addressing table: 40 bits of the
/// letter's number, 24 bits of the group's.
final class LetterClusters {
  private static final int GROUP_BITS = 24;
  private static final long GROUP_MASK = (1L << GROUP_BITS) - 1;

  private long[] entries = new long[1 << 10];
  private int size;

  /// -1 when the letter is unknown.
  int group(long letter) {
    long entry = entries[slot(letter)];
    return entry == 0 ? -1 : (int) (entry & GROUP_MASK) - 1;
  }

  void put(long letter, int group) {
    if (4 * size >= 3 * entries.length) {
      grow();
    }
    int slot = slot(letter);
    size += entries[slot] == 0 ? 1 : 0;
    entries[slot] = (letter << GROUP_BITS) | (group + 1);
  }

  int size() {
    return size;
  }

  private int slot(long letter) {
    int mask = entries.length - 1;
    int slot = (int) ((letter * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (entries[slot] != 0 && entries[slot] >>> GROUP_BITS != letter) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = entries;
    entries = new long[2 * old.length];
    for (long entry : old) {
      if (entry != 0) {
        entries[slot(entry >>> GROUP_BITS)] = entry;
      }
    }
  }
}
