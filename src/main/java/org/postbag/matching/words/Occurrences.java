package org.postbag.matching.words;

import java.util.Arrays;
import java.util.List;

/// Every feature of a text each time it occurs, with the word it stands in: words, pairs of
/// neighbouring words, the 3 to 5 character pieces within words, and the manner.
final class Occurrences {
  /// Characters of a text whose pieces are counted: pieces cost ten times what words do.
  private static final int MOST_PIECE_CHARACTERS = 1500;

  private static final float SUBJECT_WEIGHT = 2;
  private static final int PAIR_SEED = 0x5bd1e995;
  private static final int PIECE_SEED = 0x2545F491;
  private static final String OPENING = "^";

  /// The bit that only features of the manner have.
  private static final int MANNER = 1;

  private int[] features = new int[256];
  private int[] tokens = new int[256];
  private float[] weights = new float[256];
  private int size;

  static Occurrences words(List<Token> tokens) {
    Occurrences all = new Occurrences();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      float weight = weight(token);
      if (!token.stopWord()) {
        all.add(word(token.term()), i, weight);
      }
      if (i > 0 && tokens.get(i - 1).subject() == token.subject()) {
        int pair = pair(tokens.get(i - 1).term(), token.term());
        all.add(pair, i - 1, weight / 2);
        all.add(pair, i, weight / 2);
      }
    }
    return all;
  }

  /// How a text is put rather than what it names: its first word, and the words that tell nothing
  /// by themselves. "How do I" and "why was my" are different questions about one matter.
  static Occurrences manner(List<Token> tokens) {
    Occurrences all = new Occurrences();
    for (int i = 0; i < tokens.size(); i++) {
      String term = tokens.get(i).term();
      if (i == 0) {
        all.add(pair(OPENING, term) | MANNER, i, 1);
      }
      if (tokens.get(i).stopWord()) {
        all.add(word(term) | MANNER, i, 1);
      }
    }
    return all;
  }

  static Occurrences pieces(List<Token> tokens) {
    Occurrences all = new Occurrences();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.subject() || token.start() < MOST_PIECE_CHARACTERS) {
        all.addPieces(token.surface(), i, weight(token));
      }
    }
    return all;
  }

  static int word(String term) {
    return mix(term.hashCode());
  }

  static int pair(String first, String second) {
    return mix(first.hashCode() * 31 + second.hashCode() * 17 + PAIR_SEED);
  }

  static boolean isManner(int feature) {
    return (feature & MANNER) != 0;
  }

  private void addPieces(String word, int token, float weight) {
    int length = word.length() + 2;
    for (int start = 0; start + 3 <= length; start++) {
      int hash = PIECE_SEED;
      for (int end = start; end < length && end < start + 5; end++) {
        boolean edge = end == 0 || end == length - 1;
        hash = (hash * 0x01000193) ^ (edge ? ' ' : word.charAt(end - 1));
        if (end - start >= 2) {
          add(mix(hash), token, weight);
        }
      }
    }
  }

  private static float weight(Token token) {
    return token.subject() ? SUBJECT_WEIGHT : 1;
  }

  private static int mix(int hash) {
    int h = hash;
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return (h ^ (h >>> 16)) & ~MANNER;
  }

  private void add(int feature, int token, float weight) {
    if (size == features.length) {
      features = Arrays.copyOf(features, size * 2);
      tokens = Arrays.copyOf(tokens, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
    }
    features[size] = feature;
    tokens[size] = token;
    weights[size++] = weight;
  }

  int size() {
    return size;
  }

  int feature(int i) {
    return features[i];
  }

  int token(int i) {
    return tokens[i];
  }

  float weight(int i) {
    return weights[i];
  }

  /// How often each feature occurs, by weight, every occurrence times `factor`.
  void addTo(Counts counts, float factor) {
    for (int i = 0; i < size; i++) {
      counts.add(features[i], weights[i] * factor);
    }
  }
}
