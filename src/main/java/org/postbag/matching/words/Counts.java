package org.postbag.matching.words;

import java.util.Arrays;

/// A map from feature numbers to sums; open addressing, since one is filled for every letter.
public final class Counts {
  private int[] keys;
  private float[] sums;
  private boolean[] used;
  private int size;

  public Counts(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected * 2 - 1)) * 2;
    keys = new int[capacity];
    sums = new float[capacity];
    used = new boolean[capacity];
  }

  public int size() {
    return size;
  }

  public void add(int key, float amount) {
    int slot = slot(key);
    if (!used[slot]) {
      used[slot] = true;
      keys[slot] = key;
      size++;
    }
    sums[slot] += amount;
    if (size * 2 > keys.length) {
      grow();
    }
  }

  /// The sum of a key, 0 for one that was never added.
  public float get(int key) {
    int slot = slot(key);
    return used[slot] ? sums[slot] : 0;
  }

  /// All keys in ascending order, so that whatever is summed over them comes out the same again.
  public int[] keys() {
    int[] all = new int[size];
    int at = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (used[slot]) {
        all[at++] = keys[slot];
      }
    }
    Arrays.sort(all);
    return all;
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = ((key * 0x9E3779B9) >>> 7) & mask;
    while (used[slot] && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    float[] oldSums = sums;
    boolean[] oldUsed = used;
    keys = new int[oldKeys.length * 2];
    sums = new float[oldKeys.length * 2];
    used = new boolean[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldUsed[i]) {
        int slot = slot(oldKeys[i]);
        used[slot] = true;
        keys[slot] = oldKeys[i];
        sums[slot] = oldSums[i];
      }
    }
  }
}
