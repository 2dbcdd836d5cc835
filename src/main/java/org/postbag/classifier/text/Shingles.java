package org.postbag.classifier.text;


/// The runs of four words in a text, as numbers, in the order of the text. The subject does not
/// count: campaigns' mail programs write all kinds of it.
public final class Shingles {
  private static final int LENGTH = 4;

  private final int[] inOrder;
  private final ShingleSet shingleSet;

  private Shingles(int[] inOrder) {
    this.inOrder = inOrder;
    this.shingleSet = ShingleSet.of(inOrder);
  }

  /// The runs of a text.
  public static Shingles of(Passage passage) {
    int[] words =
        Tokenizer.of(passage).stream()
            .filter(token -> !token.subject())
            .mapToInt(Token::surfaceHash)
            .toArray();
    int[] runs = new int[Math.max(0, words.length - LENGTH + 1)];
    for (int i = 0; i < runs.length; i++) {
      int hash = 1;
      for (int word = i; word < i + LENGTH; word++) {
        hash = hash * 0x01000193 ^ words[word];
      }
      runs[i] = hash ^ (hash >>> 15);
    }
    return new Shingles(runs);
  }

  /// Each of them once.
  public ShingleSet runs() {
    return shingleSet;
  }

  /// How many of this text's words stand in no run of the other.
  public int wordsNotIn(ShingleSet other) {
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
