package org.postbag.matching.campaign;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.postbag.matching.words.Passage;
import org.postbag.matching.words.Token;
import org.postbag.matching.words.Words;

/// The runs of four words in a text, as numbers. The subject does not count: campaigns' mail
/// programs write all kinds of it.
public final class Shingles {
  private static final int LENGTH = 4;

  /// A text with fewer runs is too short to tell a campaign from chance.
  private static final int FEWEST = 8;

  private final int[] inOrder;
  private final int[] distinct;

  private Shingles(int[] inOrder) {
    this.inOrder = inOrder;
    this.distinct = distinct(inOrder);
  }

  private static int[] distinct(int[] runs) {
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

  /// The runs of a text.
  public static Shingles of(Passage passage) {
    List<Token> tokens = Words.of(passage);
    int text = 0; // the subject's words come first
    while (text < tokens.size() && tokens.get(text).subject()) {
      text++;
    }
    int[] runs = new int[Math.max(0, tokens.size() - text - LENGTH + 1)];
    for (int i = 0; i < runs.length; i++) {
      int hash = 1;
      for (int word = text + i; word < text + i + LENGTH; word++) {
        hash = hash * 0x01000193 ^ tokens.get(word).surface().hashCode();
      }
      runs[i] = hash ^ (hash >>> 15);
    }
    return new Shingles(runs);
  }

  /// The runs in their order, to be kept: four bytes each.
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(inOrder.length * Integer.BYTES);
    bytes.asIntBuffer().put(inOrder);
    return bytes.array();
  }

  /// What [#toBytes] gave.
  public static Shingles ofBytes(ByteBuffer bytes) {
    int[] runs = new int[bytes.remaining() / Integer.BYTES];
    bytes.asIntBuffer().get(runs);
    return new Shingles(runs);
  }

  int[] distinct() {
    return distinct;
  }

  /// Whether the text has enough runs that are its own.
  boolean isEnough(StockPhrases stock) {
    return own(stock) >= FEWEST;
  }

  private int own(StockPhrases stock) {
    int own = 0;
    for (int run : distinct) {
      own += stock.isStock(run) ? 0 : 1;
    }
    return own;
  }

  /// The share of the shorter text's runs that stand in the other, 0 to 1; 0 when one is too short.
  ///
  /// @param stock runs that do not count
  double alike(Shingles other, StockPhrases stock) {
    int shared = 0;
    int there = 0;
    for (int run : distinct) {
      while (there < other.distinct.length && other.distinct[there] < run) {
        there++;
      }
      boolean has = there < other.distinct.length && other.distinct[there] == run;
      shared += has && !stock.isStock(run) ? 1 : 0;
    }
    // Most texts have no run in common; to count those of their own would take longer than this.
    int shorter = shared == 0 ? 0 : Math.min(own(stock), other.own(stock));
    return shorter < FEWEST ? 0 : (double) shared / shorter;
  }

  private boolean has(int run) {
    return Arrays.binarySearch(distinct, run) >= 0;
  }

  /// How many of this text's words stand in no run of the other.
  int wordsNotIn(Shingles other) {
    int words = inOrder.length == 0 ? 0 : inOrder.length + LENGTH - 1;
    int covered = 0;
    int end = 0;
    for (int i = 0; i < inOrder.length; i++) {
      if (other.has(inOrder[i])) {
        covered += i + LENGTH - Math.max(i, end);
        end = i + LENGTH;
      }
    }
    return words - covered;
  }
}
