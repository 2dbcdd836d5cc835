package org.postbag.classifier.text;

/// The numbers of features, by hashing: no list of them is kept.
final class FeatureHash {
  private static final int BIGRAM_SEED = 0x5bd1e995;
  private static final int NGRAM_SEED = 0x2545F491;
  private static final int PRIME = 0x01000193;
  private static final int FIRST_WORD = "^".hashCode();
  private static final int MIN_NGRAM = 3;
  private static final int MAX_NGRAM = 5;

  /// The bit that only features of the manner have.
  private static final int STYLE = 1;

  private FeatureHash() {}

  /// A word, by its stem.
  static int word(String term) {
    return mix(term.hashCode());
  }

  /// Two neighbouring words, by the hashes of their stems.
  static int bigram(int first, int second) {
    return mix(first * 31 + second * 17 + BIGRAM_SEED);
  }

  /// A word as the first of a text, by the hash of its stem.
  static int firstWord(int word) {
    return bigram(FIRST_WORD, word) | STYLE;
  }

  /// The feature of a word that tells nothing by itself, as a part of how a text is put.
  static int style(int word) {
    return word | STYLE;
  }

  static boolean isStyle(int feature) {
    return (feature & STYLE) != 0;
  }

  /// The ngrams of 3 to 5 characters of a word with a blank before and behind it, in their order.
  static int[] charNgrams(String word) {
    int length = word.length() + 2;
    int[] ngrams = new int[count(length)];
    int size = 0;
    for (int start = 0; start + MIN_NGRAM <= length; start++) {
      int hash = NGRAM_SEED;
      for (int end = start; end < Math.min(length, start + MAX_NGRAM); end++) {
        boolean edge = end == 0 || end == length - 1;
        hash = (hash * PRIME) ^ (edge ? ' ' : word.charAt(end - 1));
        if (end - start + 1 >= MIN_NGRAM) {
          ngrams[size++] = mix(hash);
        }
      }
    }
    return ngrams;
  }

  private static int count(int length) {
    int count = 0;
    for (int n = MIN_NGRAM; n <= MAX_NGRAM; n++) {
      count += Math.max(0, length - n + 1);
    }
    return count;
  }

  private static int mix(int hash) {
    int h = hash;
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return (h ^ (h >>> 16)) & ~STYLE;
  }
}
