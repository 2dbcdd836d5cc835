package org.postbag.matching.campaign;

import java.util.Arrays;

/// Runs that say nothing of what a letter is about: a platform's footer, an organisation's opening,
/// "I look forward to hearing from you". They stand in campaigns that are otherwise unlike, or in
/// letters of all kinds.
///
/// Letters are counted in a count-min sketch: a run is never taken for rarer than it is.
final class FrameRuns {
  private static final int COUNTERS = 1 << 16;

  /// A run in fewer letters than this is no frame, however few letters there are.
  private static final int MIN_LETTERS = 6;

  /// A run in one letter of this many, or more, is frame.
  private static final int ONE_IN = 60;

  private final int[] first = new int[COUNTERS];
  private final int[] second = new int[COUNTERS];
  private int letters;
  private int[] ofCampaigns = {};

  /// A letter that is unlike all others.
  void add(int[] distinct) {
    letters++;
    for (int run : distinct) {
      first[slot(run)]++;
      second[slot(run * 0x9E3779B9)]++;
    }
  }

  void clear() {
    letters = 0;
    Arrays.fill(first, 0);
    Arrays.fill(second, 0);
  }

  /// @param ascending runs of several campaigns that are otherwise unlike
  void ofCampaigns(int[] ascending) {
    ofCampaigns = ascending;
  }

  boolean contains(int run) {
    int seen = Math.min(first[slot(run)], second[slot(run * 0x9E3779B9)]);
    return (seen >= MIN_LETTERS && seen >= letters / ONE_IN)
        || Arrays.binarySearch(ofCampaigns, run) >= 0;
  }

  int[] without(int[] distinct) {
    return Arrays.stream(distinct).filter(run -> !contains(run)).toArray();
  }

  private static int slot(int run) {
    return (run ^ (run >>> 15)) & (COUNTERS - 1);
  }
}
