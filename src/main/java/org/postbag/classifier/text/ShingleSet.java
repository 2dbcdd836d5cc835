package org.postbag.classifier.text;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// The shingles of words that stand in a text, each once, as numbers in ascending order.
public final class ShingleSet {
  /// A text with fewer shingles is too short to tell a campaign from chance.
  private static final int MIN_SHINGLES = 8;

  private final int[] ascending;

  private ShingleSet(int[] ascending) {
    this.ascending = ascending;
  }

  static ShingleSet of(int[] shingles) {
    int[] sorted = shingles.clone();
    Arrays.sort(sorted);
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[size - 1]) {
        sorted[size++] = sorted[i];
      }
    }
    return new ShingleSet(Arrays.copyOf(sorted, size));
  }

  /// The shingles, to be kept: four bytes each.
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(ascending.length * Integer.BYTES);
    bytes.asIntBuffer().put(ascending);
    return bytes.array();
  }

  /// What [#toBytes] gave.
  public static ShingleSet ofBytes(ByteBuffer bytes) {
    int[] shingles = new int[bytes.remaining() / Integer.BYTES];
    bytes.asIntBuffer().get(shingles);
    return new ShingleSet(shingles);
  }

  public int[] ascending() {
    return ascending;
  }

  /// All of them.
  public int[] toArray() {
    return ascending.clone();
  }

  boolean contains(int shingle) {
    return Arrays.binarySearch(ascending, shingle) >= 0;
  }

  /// Those that are not stock.
  public ShingleSet without(StockPhrases stock) {
    return new ShingleSet(
        Arrays.stream(ascending).filter(shingle -> !stock.isStock(shingle)).toArray());
  }

  /// Whether the text has enough shingles that are its own.
  public boolean isEnough(StockPhrases stock) {
    return distinctive(stock) >= MIN_SHINGLES;
  }

  private int distinctive(StockPhrases stock) {
    int count = 0;
    for (int shingle : ascending) {
      count += stock.isStock(shingle) ? 0 : 1;
    }
    return count;
  }

  /// The share of the shorter text's shingles that stand in the other, up to 1; 0 when one is too
  /// short.
  ///
  /// @param minimum a smaller share is 0 as well
  /// @param stock shingles that do not count
  public double overlap(ShingleSet other, double minimum, StockPhrases stock) {
    int shared = 0;
    int j = 0;
    for (int shingle : ascending) {
      while (j < other.ascending.length && other.ascending[j] < shingle) {
        j++;
      }
      boolean contained = j < other.ascending.length && other.ascending[j] == shingle;
      shared += contained && !stock.isStock(shingle) ? 1 : 0;
    }
    // Most texts have few in common; to count those of their own would take longer than this.
    int shorter =
        shared < minimum * MIN_SHINGLES
            ? 0
            : Math.min(distinctive(stock), other.distinctive(stock));
    return shorter < MIN_SHINGLES || shared < minimum * shorter ? 0 : (double) shared / shorter;
  }
}
