package org.postbag.matching.campaign;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// How many members of a campaign have a run: an open-addressing table of bounded size.
///
/// When it is full, the rarest runs are forgotten (lossy counting, Manku and Motwani 2002), so a
/// count may be too low by at most [#floor]. The runs that matter stand in a tenth of the members
/// and more; those that are forgotten are the writers' own.
final class RunCounts {
  private static final int MOST = 1_300;
  private static final int SMALLEST = 64;

  private int[] runs = new int[SMALLEST];
  private int[] counts = new int[SMALLEST];
  private int size;
  private int floor;
  private long total;

  void add(int[] distinct) {
    total += distinct.length;
    for (int run : distinct) {
      add(run, 1);
    }
  }

  void addAll(RunCounts other) {
    for (int i = 0; i < other.runs.length; i++) {
      if (other.runs[i] != 0) {
        add(other.runs[i], other.counts[i]);
      }
    }
    floor += other.floor;
    total += other.total;
  }

  void remove(int[] distinct) {
    total -= distinct.length;
    for (int run : distinct) {
      int slot = slot(run);
      counts[slot] = Math.max(0, counts[slot] - 1);
    }
  }

  private void add(int run, int count) {
    int slot = slot(run);
    if (runs[slot] == 0) {
      if (size >= MOST) {
        forgetRarest();
        slot = slot(run);
      } else if (3 * size >= 2 * runs.length) {
        resize(2 * runs.length);
        slot = slot(run);
      }
      runs[slot] = run;
      size++;
    }
    counts[slot] += count;
  }

  /// 0 when it is not there or was forgotten.
  int count(int run) {
    int slot = slot(run);
    return runs[slot] == 0 ? 0 : counts[slot];
  }

  /// How many runs all members have together, forgotten ones included.
  long total() {
    return total;
  }

  /// The runs in at least that many members, ascending.
  int[] atLeast(int members) {
    int[] found = new int[size];
    int n = 0;
    for (int i = 0; i < runs.length; i++) {
      if (runs[i] != 0 && counts[i] >= members) {
        found[n++] = runs[i];
      }
    }
    int[] core = Arrays.copyOf(found, n);
    Arrays.sort(core);
    return core;
  }

  private int slot(int run) {
    int mask = runs.length - 1;
    int slot = ((run * 0x9E3779B9) >>> 7) & mask;
    while (runs[slot] != 0 && runs[slot] != run) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void forgetRarest() {
    int keep = size;
    int least = 0;
    while (keep > MOST / 2) {
      least++;
      keep = countAbove(least);
    }
    floor = Math.max(floor, least);
    rebuild(runs.length, least);
  }

  private int countAbove(int least) {
    int count = 0;
    for (int i = 0; i < runs.length; i++) {
      count += runs[i] != 0 && counts[i] > least ? 1 : 0;
    }
    return count;
  }

  private void resize(int length) {
    rebuild(length, 0);
  }

  private void rebuild(int length, int above) {
    int[] oldRuns = runs;
    int[] oldCounts = counts;
    runs = new int[length];
    counts = new int[length];
    size = 0;
    for (int i = 0; i < oldRuns.length; i++) {
      if (oldRuns[i] != 0 && oldCounts[i] > above) {
        int slot = slot(oldRuns[i]);
        runs[slot] = oldRuns[i];
        counts[slot] = oldCounts[i];
        size++;
      }
    }
  }

  /// To be stored: eight bytes a run.
  byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + Integer.BYTES * (1 + 2 * size));
    bytes.putLong(total).putInt(floor);
    for (int i = 0; i < runs.length; i++) {
      if (runs[i] != 0) {
        bytes.putInt(runs[i]).putInt(counts[i]);
      }
    }
    return bytes.array();
  }

  /// What [#toBytes] gave.
  static RunCounts ofBytes(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    RunCounts made = new RunCounts();
    made.total = bytes.getLong();
    made.floor = bytes.getInt();
    while (bytes.remaining() >= 2 * Integer.BYTES) {
      made.add(bytes.getInt(), bytes.getInt());
    }
    return made;
  }
}
