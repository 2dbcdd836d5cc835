package org.postbag.classifier.text;

/// Runs of words that stand in texts of all kinds, such as "I look forward to hearing from you":
/// that two texts share them says nothing. Counted roughly, in little memory: a shingle is never
/// taken for rarer than it is.
public final class StockPhrases {
  private static final int COUNTERS = 1 << 16;

  /// A shingle in fewer texts than this is not stock, however few texts secondRow are.
  private static final int MIN_TEXTS = 6;

  /// A shingle that stands in one text of this many, or more, is stock.
  private static final int ONE_IN = 50;

  private final int[] firstRow = new int[COUNTERS];
  private final int[] secondRow = new int[COUNTERS];
  private int texts;

  public void add(ShingleSet text) {
    count(text, 1);
  }

  public void remove(ShingleSet text) {
    count(text, -1);
  }

  private void count(ShingleSet text, int delta) {
    texts += delta;
    for (int shingle : text.ascending()) {
      firstRow[slot(shingle)] += delta;
      secondRow[slot(shingle * 0x9E3779B9)] += delta;
    }
  }

  boolean isStock(int shingle) {
    int seen = Math.min(firstRow[slot(shingle)], secondRow[slot(shingle * 0x9E3779B9)]);
    return seen >= Math.max(MIN_TEXTS, texts / ONE_IN);
  }

  private static int slot(int shingle) {
    return (shingle ^ (shingle >>> 16)) & (COUNTERS - 1);
  }
}
