package org.postbag.classifier.text;

/// Runs of words that stand in letters of all kinds, such as "I look forward to hearing from you":
/// that two letters share them says nothing. Counted roughly, in little memory: a run is never
/// taken for rarer than it is.
public final class StockPhrases {
  private static final int CELLS = 1 << 16;

  /// A run in fewer letters than this is not stock, however few letters there are.
  private static final int LEAST = 6;

  /// A run that stands in one letter of this many, or more, is stock.
  private static final int ONE_IN = 50;

  private final int[] here = new int[CELLS];
  private final int[] there = new int[CELLS];
  private int letters;

  public void add(ShingleSet letter) {
    count(letter, 1);
  }

  public void remove(ShingleSet letter) {
    count(letter, -1);
  }

  private void count(ShingleSet letter, int one) {
    letters += one;
    for (int run : letter.ascending()) {
      here[cell(run)] += one;
      there[cell(run * 0x9E3779B9)] += one;
    }
  }

  boolean isStock(int run) {
    int seen = Math.min(here[cell(run)], there[cell(run * 0x9E3779B9)]);
    return seen >= Math.max(LEAST, letters / ONE_IN);
  }

  private static int cell(int run) {
    return (run ^ (run >>> 16)) & (CELLS - 1);
  }
}
