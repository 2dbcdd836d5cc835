package org.postbag.matching.campaign;

import java.util.function.IntConsumer;

/// Finds groups by a run: an open-addressing table of pairs (run, group). One run in four is looked
/// up; the groups found are compared in full. Nothing is removed: it is made again when campaigns
/// are reconciled.
final class RunIndex {
  private static final int SAMPLE = 4;

  /// A run of so many groups says nothing.
  private static final int MOST_GROUPS = 48;

  private int[] runs = new int[1 << 12];
  private int[] groups = new int[1 << 12];
  private int size;

  void add(int[] distinct, int group) {
    for (int run : distinct) {
      if (isSampled(run)) {
        add(run, group);
      }
    }
  }

  private static boolean isSampled(int run) {
    return ((run * 0x85EBCA6B) >>> 16) % SAMPLE == 0;
  }

  private void add(int run, int group) {
    if (2 * size >= runs.length) {
      grow();
    }
    int mask = runs.length - 1;
    int slot = start(run);
    int same = 0;
    while (runs[slot] != 0) {
      if (runs[slot] == run && (groups[slot] == group || ++same >= MOST_GROUPS)) {
        return;
      }
      slot = (slot + 1) & mask;
    }
    runs[slot] = run;
    groups[slot] = group;
    size++;
  }

  void find(int[] distinct, IntConsumer found) {
    int mask = runs.length - 1;
    for (int run : distinct) {
      if (isSampled(run)) {
        for (int slot = start(run); runs[slot] != 0; slot = (slot + 1) & mask) {
          if (runs[slot] == run) {
            found.accept(groups[slot]);
          }
        }
      }
    }
  }

  private int start(int run) {
    return ((run * 0x9E3779B9) >>> 5) & (runs.length - 1);
  }

  private void grow() {
    int[] oldRuns = runs;
    int[] oldGroups = groups;
    runs = new int[2 * oldRuns.length];
    groups = new int[2 * oldRuns.length];
    size = 0;
    for (int i = 0; i < oldRuns.length; i++) {
      if (oldRuns[i] != 0) {
        add(oldRuns[i], oldGroups[i]);
      }
    }
  }
}
