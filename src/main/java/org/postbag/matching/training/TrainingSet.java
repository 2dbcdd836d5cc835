package org.postbag.matching.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.postbag.classifier.ExampleIndex;
import org.postbag.classifier.LabelledText;
import org.postbag.classifier.text.QuantizedVector;
import org.postbag.classifier.text.VectorizedText;

/// The letters that a model was trained on, for naming similar ones among the reasons.
public final class TrainingSet {
  public static final TrainingSet NOTHING =
      new TrainingSet(List.of(), new int[0], List.of(), ExampleIndex.of(List.of()));

  private final List<OptionalLong> letters;
  private final int[] topics;
  private final List<QuantizedVector> vectors;
  private final ExampleIndex index;

  /// All lists are in the order of training.
  ///
  /// @param letters their numbers; empty for texts from elsewhere
  /// @param topics the numbers of their topics, [LabelledText#NONE] for none
  TrainingSet(
      List<OptionalLong> letters, int[] topics, List<QuantizedVector> vectors, ExampleIndex index) {
    this.letters = List.copyOf(letters);
    this.topics = topics.clone();
    this.vectors = List.copyOf(vectors);
    this.index = index;
  }

  /// The same for a changed catalog.
  ///
  /// @param now the new number of each topic, [LabelledText#NONE] for one that is gone
  public TrainingSet carriedOver(List<Integer> now) {
    int[] carried =
        Arrays.stream(topics)
            .map(topic -> topic < 0 ? LabelledText.NONE : now.get(topic))
            .toArray();
    return new TrainingSet(letters, carried, vectors, index);
  }

  /// A training letter similar to a text.
  public record Near(long letter, int topic, QuantizedVector vector) {}

  /// The training letters of two topics that are most similar to a text, best first.
  ///
  /// @param except the number of a letter to leave out
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

  /// Inserts one into the sorted best, if it is good enough; returns how many there are.
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

  /// The name of the nth training letter in a reason; -1 is the topic's label.
  public String name(int sample) {
    return sample < 0
        ? "the topic's own words"
        : letters.get(sample).stream()
            .mapToObj(n -> "letter " + n)
            .findFirst()
            .orElse("an example");
  }
}
