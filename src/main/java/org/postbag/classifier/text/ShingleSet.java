package org.postbag.classifier.text;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// The runs of words that stand in a text, each once, as numbers in ascending order.
public final class ShingleSet {
  /// A text with fewer runs is too short to tell a campaign from chance.
  private static final int FEWEST = 8;

  private final int[] ascending;

  private ShingleSet(int[] ascending) {
    this.ascending = ascending;
  }

  static ShingleSet of(int[] runs) {
    int[] sorted = runs.clone();
    Arrays.sort(sorted);
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[size - 1]) {
        sorted[size++] = sorted[i];
      }
    }
    return new ShingleSet(Arrays.copyOf(sorted, size));
  }

  /// The runs, to be kept: four bytes each.
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(ascending.length * Integer.BYTES);
    bytes.asIntBuffer().put(ascending);
    return bytes.array();
  }

  /// What [#toBytes] gave.
  public static ShingleSet ofBytes(ByteBuffer bytes) {
    int[] runs = new int[bytes.remaining() / Integer.BYTES];
    bytes.asIntBuffer().get(runs);
    return new ShingleSet(runs);
  }

  public int[] ascending() {
    return ascending;
  }

  /// All of them.
  public int[] toArray() {
    return ascending.clone();
  }

  boolean has(int run) {
    return Arrays.binarySearch(ascending, run) >= 0;
  }

  /// Those that are not stock.
  public ShingleSet without(StockPhrases stock) {
    return new ShingleSet(Arrays.stream(ascending).filter(run -> !stock.isStock(run)).toArray());
  }

  /// Whether the text has enough runs that are its own.
  public boolean isEnough(StockPhrases stock) {
    return own(stock) >= FEWEST;
  }

  private int own(StockPhrases stock) {
    int own = 0;
    for (int run : ascending) {
      own += stock.isStock(run) ? 0 : 1;
    }
    return own;
  }

  /// The share of the shorter text's runs that stand in the other, up to 1; 0 when one is too
  /// short.
  ///
  /// @param least a smaller share is 0 as well
  /// @param stock runs that do not count
  public double alike(ShingleSet other, double least, StockPhrases stock) {
    int shared = 0;
    int there = 0;
    for (int run : ascending) {
      while (there < other.ascending.length && other.ascending[there] < run) {
        there++;
      }
      boolean has = there < other.ascending.length && other.ascending[there] == run;
      shared += has && !stock.isStock(run) ? 1 : 0;
    }
    // Most texts have few in common; to count those of their own would take longer than this.
    int shorter = shared < least * FEWEST ? 0 : Math.min(own(stock), other.own(stock));
    return shorter < FEWEST || shared < least * shorter ? 0 : (double) shared / shorter;
  }
}
