package org.postbag.classifier.text;

/// The shingles of four words in a text, as numbers, in the order of the text. The subject does not
/// count: campaigns' mail programs write all kinds of it.
public final class Shingles {
  private static final int SIZE = 4;

  private final int[] inOrder;
  private final ShingleSet shingleSet;

  private Shingles(int[] inOrder) {
    this.inOrder = inOrder;
    this.shingleSet = ShingleSet.of(inOrder);
  }

  /// The shingles of a text.
  public static Shingles of(Passage passage) {
    int[] words =
        Tokenizer.of(passage).stream()
            .filter(token -> !token.subject())
            .mapToInt(Token::surfaceHash)
            .toArray();
    int[] shingles = new int[Math.max(0, words.length - SIZE + 1)];
    for (int i = 0; i < shingles.length; i++) {
      int hash = 1;
      for (int word = i; word < i + SIZE; word++) {
        hash = hash * 0x01000193 ^ words[word];
      }
      shingles[i] = hash ^ (hash >>> 15);
    }
    return new Shingles(shingles);
  }

  /// Each of them once.
  public ShingleSet set() {
    return shingleSet;
  }

  /// How many of this text's words stand in no run of the other.
  public int wordsNotIn(ShingleSet other) {
    int words = inOrder.length == 0 ? 0 : inOrder.length + SIZE - 1;
    int covered = 0;
    int end = 0;
    for (int i = 0; i < inOrder.length; i++) {
      if (other.contains(inOrder[i])) {
        covered += i + SIZE - Math.max(i, end);
        end = i + SIZE;
      }
    }
    return words - covered;
  }
}
