package org.postbag.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postbag.classifier.text.IntIndex;
import org.postbag.classifier.text.VectorizedText;

/// In which examples each word stands, so that those that read most like a text are found. In
/// memory, for at most some thousands of examples.
public final class ExampleIndex {
  /// Entries that are looked at for a text. Its rarest words come first; what is beyond them
  /// stands in so many examples that it hardly tells one from another.
  private static final int MAX_POSTINGS = 4_000;

  private final int examples;
  private final IntIndex words;

  /// Where the list of each word begins; the last is where all end.
  private final int[] from;

  private final Postings lists;

  private ExampleIndex(int examples, IntIndex words, int[] from, Postings lists) {
    this.examples = examples;
    this.words = words;
    this.from = from;
    this.lists = lists;
  }

  /// An index of all examples.
  ///
  /// @param examples read twice, one by one: all of them at once would take much memory
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

  /// How alike each example is to a text by the words that tell the most: the part that these
  /// have in the cosine.
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

  /// The text's words that any example has, the weightiest first: in the upper half the
  /// complement of the bits of the value, in the lower the word's number.
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
