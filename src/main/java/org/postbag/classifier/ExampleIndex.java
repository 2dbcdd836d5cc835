package org.postbag.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postbag.classifier.text.IntIndex;
import org.postbag.classifier.text.VectorizedText;

/// An inverted index of the examples by word, to find the ones most similar to a text. In memory,
/// for some thousands of examples.
public final class ExampleIndex {
  /// Postings visited per text. Rare words come first; what is cut off is in so many examples that
  /// it hardly separates them.
  private static final int MAX_POSTINGS = 4_000;

  private final int examples;
  private final IntIndex words;

  /// Where the postings of each word begin; the last entry is the end.
  private final int[] from;

  private final Postings lists;

  private ExampleIndex(int examples, IntIndex words, int[] from, Postings lists) {
    this.examples = examples;
    this.words = words;
    this.from = from;
    this.lists = lists;
  }

  /// Indexes all examples.
  ///
  /// @param examples iterated twice, one at a time, so that they need not be in memory together
  public static ExampleIndex of(Iterable<VectorizedText> examples) {
    IntIndex words = new IntIndex(1 << 10);
    List<Integer> sizes = new ArrayList<>();
    int count = 0;
    for (VectorizedText example : examples) {
      count++;
      example.forEachWord((word, value) -> {
        int number = words.add(word);
        if (number == sizes.size()) {
          sizes.add(0);
        }
        sizes.set(number, sizes.get(number) + 1);
      });
    }
    int[] from = new int[sizes.size() + 1];
    for (int word = 0; word < sizes.size(); word++) {
      from[word + 1] = from[word] + sizes.get(word);
    }
    return new ExampleIndex(count, words, from, lists(examples, count, words, from));
  }

  private static Postings lists(
      Iterable<VectorizedText> examples, int count, IntIndex words, int[] from) {
    Postings lists = new Postings(from[from.length - 1], count);
    int[] next = Arrays.copyOf(from, from.length - 1);
    int before = 0;
    for (VectorizedText example : examples) {
      int number = before++;
      example.forEachWord((feature, value) -> {
        int word = words.of(feature);
        lists.put(next[word]++, number, value);
      });
    }
    return lists;
  }

  /// The partial cosine to each example, over the text's highest-weighted words.
  public float[] similarities(VectorizedText text) {
    float[] similarities = new float[examples];
    long[] known = byRarity(text);
    int visited = 0;
    for (int i = 0; i < known.length && visited < MAX_POSTINGS; i++) {
      int word = (int) known[i];
      float value = Float.intBitsToFloat((int) ~(known[i] >> Integer.SIZE));
      lists.addTo(similarities, value, from[word], from[word + 1]);
      visited += from[word + 1] - from[word];
    }
    return similarities;
  }

  /// The text's known words by descending weight: the complement of the weight's bits in the upper
  /// half, the word's number in the lower.
  private long[] byRarity(VectorizedText text) {
    long[] known = new long[text.words()];
    int[] size = {0};
    text.forEachWord((feature, value) -> {
      int word = words.of(feature);
      if (word >= 0) {
        known[size[0]++] = ((long) ~Float.floatToRawIntBits(value) << Integer.SIZE) | word;
      }
    });
    Arrays.sort(known, 0, size[0]);
    return Arrays.copyOf(known, size[0]);
  }
}
