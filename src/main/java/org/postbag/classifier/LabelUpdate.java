package org.postbag.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.postbag.classifier.text.SparseVector;

/// What became of the topics' own words since all was learned, so that a saved keyword counts at
/// once. A topic's centre is a sum over its own words and its examples: where the words are others
/// now, they are exchanged in it. New topics, and those without examples, are their own words
/// alone.
final class LabelUpdate {
  private final List<Change> changes;
  private final int[] changed;

  private LabelUpdate(List<Change> changes) {
    this.changes = List.copyOf(changes);
    this.changed = IntStream.range(0, changes.size()).filter(t -> !at(t).isNone()).toArray();
  }

  /// How the cosine to one topic's centre comes about.
  ///
  /// @param learned its own words when it was learned
  /// @param kept what the cosine that was learned is multiplied by
  /// @param now what the cosine to its own words of now is multiplied by
  /// @param then what the cosine to those that were learned is multiplied by, to be taken off
  private record Change(LabelVector learned, float kept, float now, float then) {
    static Change none(LabelVector learned) {
      return new Change(learned, 1, 0, 0);
    }

    static Change ownWordsAlone(LabelVector words) {
      return new Change(words, 0, 1, 0);
    }

    boolean isNone() {
      return now == 0 && then == 0;
    }
  }

  private Change at(int topic) {
    return changes.get(topic);
  }

  /// Nothing has changed.
  static LabelUpdate none(LabelVectors labelVectors) {
    return new LabelUpdate(labelVectors.all().stream().map(Change::none).toList());
  }

  /// For other topics.
  ///
  /// @param next their own words
  /// @param before the number each topic had before, [LabelledText#NONE] for a new one
  /// @param centroids as they were before
  /// @param features as they were before
  LabelUpdate carriedOver(LabelVectors next, int[] before, Centroids centroids, FeatureTable features) {
    List<Change> carried = new ArrayList<>();
    for (int t = 0; t < before.length; t++) {
      boolean isNew = before[t] < 0 || kept(before[t]) == 0;
      carried.add(
          isNew
              ? Change.ownWordsAlone(next.of(t))
              : changed(next.of(t), before[t], centroids, features));
    }
    return new LabelUpdate(carried);
  }

  private Change changed(LabelVector next, int topic, Centroids centroids, FeatureTable features) {
    LabelVector learned = at(topic).learned;
    if (learned.isSame(next)) {
      return Change.none(learned);
    }
    return centroids.examples()[topic] == 0
        ? Change.ownWordsAlone(next)
        : exchanged(learned, next, centroids.parts()[topic], topic, features);
  }

  /// @param part the cosine to the centre that one unit in it gives
  private static Change exchanged(
      LabelVector learned, LabelVector next, float part, int topic, FeatureTable features) {
    double length = 1 / (part * Centroids.TEXT_LENGTH);
    double withLearned = features.cosine(learned.direction(), topic) / part;
    double withNext = features.cosine(next.direction(), topic) / part;
    double squares =
        length * length
            + 2 * (next.length() * withNext - learned.length() * withLearned)
            + square(learned.length())
            + square(next.length())
            - 2 * learned.length() * next.length() * learned.product(next.direction());
    double kept = length / Math.sqrt(squares);
    double ofWords = part * kept * Centroids.TEXT_LENGTH;
    return new Change(
        learned,
        (float) kept,
        (float) (ofWords * next.length()),
        (float) (ofWords * learned.length()));
  }

  private static double square(double number) {
    return number * number;
  }

  /// Makes the cosines that were learned those of now.
  ///
  /// @param own the letter's cosine to each topic's own words of now
  void renew(float[] cosines, SparseVector letter, IntToDoubleFunction own) {
    for (int topic : changed) {
      Change change = at(topic);
      double then = change.then == 0 ? 0 : change.then * change.learned.cosine(letter);
      cosines[topic] =
          (float) (change.kept * cosines[topic] + change.now * own.applyAsDouble(topic) - then);
    }
  }

  /// What the cosine that was learned is multiplied by; 0 for no topic.
  float kept(int topic) {
    return topic < 0 ? 0 : at(topic).kept;
  }

  /// The lead of one topic's score over another's, as far as it was learned.
  ///
  /// @param against [LabelledText#NONE] for none
  Margin lead(Fusion fusion, int topic, int against) {
    float centre = (float) fusion.centre();
    float regression = (float) fusion.regression();
    return new Margin(topic, centre * kept(topic), against, centre * kept(against), regression);
  }

  /// Adds what one unit of each feature of a letter adds by a topic's own words.
  ///
  /// @param topic [LabelledText#NONE] for none
  /// @param own its own words of now
  /// @param times what it is multiplied by
  void addTo(float[] slopes, double times, int topic, LabelVectors own, SparseVector letter) {
    if (topic >= 0 && !at(topic).isNone()) {
      add(slopes, times * at(topic).now, own.of(topic), letter);
      add(slopes, -times * at(topic).then, at(topic).learned, letter);
    }
  }

  private static void add(float[] slopes, double times, LabelVector words, SparseVector letter) {
    float[] more = words.slopes(letter);
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] += (float) (times * more[i]);
    }
  }
}
