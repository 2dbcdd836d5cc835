package org.postbag.matching.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.postbag.classifier.ExampleIndex;
import org.postbag.classifier.LabelledText;
import org.postbag.classifier.text.QuantizedVector;
import org.postbag.classifier.text.VectorizedText;

/// The letters that were learned from.
public final class TrainingSet {
  public static final TrainingSet NOTHING =
      new TrainingSet(List.of(), new int[0], List.of(), ExampleIndex.of(List.of()));

  private final List<OptionalLong> letters;
  private final int[] topics;
  private final List<QuantizedVector> vectors;
  private final ExampleIndex index;

  /// All in the order in which the letters were learned.
  ///
  /// @param letters their numbers, where they are ours
  /// @param topics the numbers of their topics, [LabelledText#NONE] for none
  TrainingSet(
      List<OptionalLong> letters, int[] topics, List<QuantizedVector> vectors, ExampleIndex index) {
    this.letters = List.copyOf(letters);
    this.topics = topics.clone();
    this.vectors = List.copyOf(vectors);
    this.index = index;
  }

  /// The same for other topics.
  ///
  /// @param now the number that each topic has now, [LabelledText#NONE] for one that is gone
  public TrainingSet carriedOver(List<Integer> now) {
    int[] carried =
        Arrays.stream(topics).map(topic -> topic < 0 ? LabelledText.NONE : now.get(topic)).toArray();
    return new TrainingSet(letters, carried, vectors, index);
  }

  /// A letter that was learned from.
  public record Near(long letter, int topic, QuantizedVector vector) {}

  /// The letters of two topics that read most like a text, the likest first.
  ///
  /// @param except the number of a letter that is not asked for
  /// @param second [LabelledText#NONE] for none
  public List<Near> nearest(VectorizedText text, long except, int first, int second, int most) {
    float[] likeness = index.similarities(text);
    int[] best = new int[most];
    int found = 0;
    for (int i = 0; i < likeness.length; i++) {
      boolean asked = topics[i] >= 0 && (topics[i] == first || topics[i] == second);
      if (likeness[i] > 0 && asked && letters.get(i).orElse(except) != except) {
        found = insert(best, found, i, likeness);
      }
    }
    List<Near> near = new ArrayList<>();
    for (int n = 0; n < found; n++) {
      int i = best[n];
      near.add(new Near(letters.get(i).orElse(except), topics[i], vectors.get(i)));
    }
    return near;
  }

  /// Puts one among the best, if it is one of them.
  private static int insert(int[] best, int found, int one, float[] likeness) {
    int at = found;
    while (at > 0 && likeness[best[at - 1]] < likeness[one]) {
      at--;
    }
    if (at == best.length) {
      return found;
    }
    int kept = Math.min(found, best.length - 1);
    System.arraycopy(best, at, best, at + 1, kept - at);
    best[at] = one;
    return kept + 1;
  }

  /// What a reason calls the letter that was the nth to be learned from; -1: the topic's own words.
  public String name(int sample) {
    return sample < 0
        ? "the topic's own words"
        : letters.get(sample).stream()
            .mapToObj(n -> "letter " + n)
            .findFirst()
            .orElse("an example");
  }
}
