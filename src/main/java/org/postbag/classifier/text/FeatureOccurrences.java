package org.postbag.classifier.text;

import java.util.Arrays;
import java.util.List;

/// Every feature of a text each time it occurs, with the word it stands in: words, pairs of
/// neighbouring words, the 3 to 5 character pieces within words, and the manner.
final class FeatureOccurrences {
  /// Characters of a text whose pieces are counted: pieces cost ten times what words do.
  private static final int MAX_NGRAM_CHARACTERS = 1500;

  /// About as many as an English word has; room is made for more.
  private static final int NGRAMS_PER_WORD = 14;

  /// Each thread's table of the features of the text at hand: to make one for each text would take
  /// as long as to fill it.
  private static final ThreadLocal<IntIndex> INDEXES =
      ThreadLocal.withInitial(() -> new IntIndex(1 << 9));

  private static final float SUBJECT_WEIGHT = 2;

  private final IntIndex index = INDEXES.get();
  private int[] features;
  private float[] counts;
  private int distinct;
  private int[] numbers;

  /// A letter is read by its first thousands of characters: it has no more words than that.
  private char[] tokens;

  private float[] weights;
  private int size;

  private FeatureOccurrences(int expected) {
    index.clear();
    features = new int[expected / 2];
    counts = new float[expected / 2];
    numbers = new int[expected];
    tokens = new char[expected];
    weights = new float[expected];
  }

  /// @param bigrams each two neighbours as one feature as well
  static FeatureOccurrences words(List<Token> tokens, boolean bigrams) {
    FeatureOccurrences all = new FeatureOccurrences(8 + 3 * tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (!token.stopWord()) {
        all.add(token.analyzedWord().feature(), i, weight(token));
      }
      if (bigrams && i > 0 && tokens.get(i - 1).subject() == token.subject()) {
        int bigram =
            FeatureHash.bigram(
                tokens.get(i - 1).analyzedWord().hash(), token.analyzedWord().hash());
        all.add(bigram, i - 1, weight(token) / 2);
        all.add(bigram, i, weight(token) / 2);
      }
    }
    return all;
  }

  /// How a text is put rather than what it names: its first word, and the words that tell nothing
  /// by themselves. "How do I" and "why was my" are different questions about one matter.
  static FeatureOccurrences style(List<Token> tokens) {
    FeatureOccurrences all = new FeatureOccurrences(8 + tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (i == 0) {
        all.add(FeatureHash.firstWord(token.analyzedWord().hash()), i, 1);
      }
      if (token.stopWord()) {
        all.add(FeatureHash.style(token.analyzedWord().feature()), i, 1);
      }
    }
    return all;
  }

  static FeatureOccurrences charNgrams(List<Token> tokens) {
    FeatureOccurrences all = new FeatureOccurrences(8 + NGRAMS_PER_WORD * tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.subject() || token.start() < MAX_NGRAM_CHARACTERS) {
        float weight = weight(token);
        for (int ngram : token.analyzedWord().charNgrams()) {
          all.add(ngram, i, weight);
        }
      }
    }
    return all;
  }

  private static float weight(Token token) {
    return token.subject() ? SUBJECT_WEIGHT : 1;
  }

  private void add(int feature, int token, float weight) {
    int number = index.add(feature);
    if (number == distinct) {
      addFeature(feature);
    }
    counts[number] += weight;
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
      tokens = Arrays.copyOf(tokens, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
    }
    numbers[size] = number;
    tokens[size] = (char) token;
    weights[size++] = weight;
  }

  private void addFeature(int feature) {
    if (distinct == features.length) {
      features = Arrays.copyOf(features, distinct * 2);
      counts = Arrays.copyOf(counts, distinct * 2);
    }
    features[distinct++] = feature;
  }

  /// The features, each once, in the order of their numbers: as they first occur.
  int[] features() {
    return Arrays.copyOf(features, distinct);
  }

  /// How often the feature of a number occurs, by weight.
  float count(int number) {
    return counts[number];
  }

  /// How many occurrences there are.
  int size() {
    return size;
  }

  /// The number of the feature that occurs.
  int number(int i) {
    return numbers[i];
  }

  /// The word it stands in.
  int token(int i) {
    return tokens[i];
  }

  /// How much the occurrence counts beside others of its feature.
  float weight(int i) {
    return weights[i];
  }

  /// Adds how often each feature occurs, by weight, times `factor`.
  void addTo(IntFloatMap sums, float factor) {
    for (int number = 0; number < distinct; number++) {
      sums.add(features[number], counts[number] * factor);
    }
  }
}
