package org.postbag.classifier.text;

/// The numbers of features, by hashing: no list of them is kept.
final class FeatureHash {
  private static final int PAIR_SEED = 0x5bd1e995;
  private static final int PIECE_SEED = 0x2545F491;
  private static final int PRIME = 0x01000193;
  private static final int OPENING = "^".hashCode();
  private static final int SHORTEST_PIECE = 3;
  private static final int LONGEST_PIECE = 5;

  /// The bit that only features of the manner have.
  private static final int MANNER = 1;

  private FeatureHash() {}

  /// A word, by its stem.
  static int word(String term) {
    return mix(term.hashCode());
  }

  /// Two neighbouring words, by the hashes of their stems.
  static int pair(int first, int second) {
    return mix(first * 31 + second * 17 + PAIR_SEED);
  }

  /// A word as the first of a text, by the hash of its stem.
  static int opening(int word) {
    return pair(OPENING, word) | MANNER;
  }

  /// The feature of a word that tells nothing by itself, as a part of how a text is put.
  static int manner(int word) {
    return word | MANNER;
  }

  static boolean isManner(int feature) {
    return (feature & MANNER) != 0;
  }

  /// The pieces of 3 to 5 characters of a word with a blank before and behind it, in their order.
  static int[] pieces(String word) {
    int length = word.length() + 2;
    int[] pieces = new int[count(length)];
    int size = 0;
    for (int start = 0; start + SHORTEST_PIECE <= length; start++) {
      int hash = PIECE_SEED;
      for (int end = start; end < Math.min(length, start + LONGEST_PIECE); end++) {
        boolean edge = end == 0 || end == length - 1;
        hash = (hash * PRIME) ^ (edge ? ' ' : word.charAt(end - 1));
        if (end - start + 1 >= SHORTEST_PIECE) {
          pieces[size++] = mix(hash);
        }
      }
    }
    return pieces;
  }

  private static int count(int length) {
    int count = 0;
    for (int piece = SHORTEST_PIECE; piece <= LONGEST_PIECE; piece++) {
      count += Math.max(0, length - piece + 1);
    }
    return count;
  }

  private static int mix(int hash) {
    int h = hash;
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return (h ^ (h >>> 16)) & ~MANNER;
  }
}
