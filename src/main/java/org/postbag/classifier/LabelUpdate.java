package org.postbag.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.postbag.classifier.text.SparseVector;

/// Applies changed label texts to a trained model without retraining, so that a saved keyword
/// counts at once. A centroid is a sum of the label's text and its examples, so the old text can be
/// subtracted and the new one added. Labels that are new or without examples are scored by their
/// text alone.
final class LabelUpdate {
  private final List<Change> changes;
  private final int[] changed;

  private LabelUpdate(List<Change> changes) {
    this.changes = List.copyOf(changes);
    this.changed = IntStream.range(0, changes.size()).filter(t -> !at(t).isNone()).toArray();
  }

  /// How the cosine to one centroid is corrected: scale × trained cosine + current × cosine to the
  /// new text - previous × cosine to the old one.
  ///
  /// @param trained the label's vector at training time
  private record Change(LabelVector trained, float scale, float current, float previous) {
    static Change none(LabelVector trained) {
      return new Change(trained, 1, 0, 0);
    }

    static Change labelOnly(LabelVector words) {
      return new Change(words, 0, 1, 0);
    }

    boolean isNone() {
      return current == 0 && previous == 0;
    }
  }

  private Change at(int topic) {
    return changes.get(topic);
  }

  /// No label has changed.
  static LabelUpdate none(LabelVectors labelVectors) {
    return new LabelUpdate(labelVectors.all().stream().map(Change::none).toList());
  }

  /// The update for a changed list of labels.
  ///
  /// @param next their current vectors
  /// @param before for each new label its previous index, [LabelledText#NONE] for one that is new
  /// @param centroids as trained
  /// @param features as trained
  LabelUpdate carriedOver(
      LabelVectors next, int[] before, Centroids centroids, FeatureTable features) {
    List<Change> carried = new ArrayList<>();
    for (int t = 0; t < before.length; t++) {
      boolean isNew = before[t] < 0 || scale(before[t]) == 0;
      carried.add(
          isNew
              ? Change.labelOnly(next.of(t))
              : changed(next.of(t), before[t], centroids, features));
    }
    return new LabelUpdate(carried);
  }

  private Change changed(LabelVector next, int topic, Centroids centroids, FeatureTable features) {
    LabelVector trained = at(topic).trained;
    if (trained.isSame(next)) {
      return Change.none(trained);
    }
    return centroids.examples()[topic] == 0
        ? Change.labelOnly(next)
        : replaced(trained, next, centroids.inverseNorms()[topic], topic, features);
  }

  /// @param inverseNorm of the trained centroid
  private static Change replaced(
      LabelVector trained, LabelVector next, float inverseNorm, int topic, FeatureTable features) {
    double norm = 1 / (inverseNorm * Centroids.TEXT_NORM);
    double trainedProduct = features.cosine(trained.direction(), topic) / inverseNorm;
    double nextProduct = features.cosine(next.direction(), topic) / inverseNorm;
    double squares =
        norm * norm
            + 2 * (next.length() * nextProduct - trained.length() * trainedProduct)
            + square(trained.length())
            + square(next.length())
            - 2 * trained.length() * next.length() * trained.product(next.direction());
    double scale = norm / Math.sqrt(squares);
    double perUnit = inverseNorm * scale * Centroids.TEXT_NORM;
    return new Change(
        trained,
        (float) scale,
        (float) (perUnit * next.length()),
        (float) (perUnit * trained.length()));
  }

  private static double square(double number) {
    return number * number;
  }

  /// Turns the trained cosines into the current ones, in place.
  ///
  /// @param labelCosines the text's cosine to each label's current vector
  void apply(float[] cosines, SparseVector text, IntToDoubleFunction labelCosines) {
    for (int topic : changed) {
      Change change = at(topic);
      double previous = change.previous == 0 ? 0 : change.previous * change.trained.cosine(text);
      cosines[topic] =
          (float)
              (change.scale * cosines[topic]
                  + change.current * labelCosines.applyAsDouble(topic)
                  - previous);
    }
  }

  /// The factor on the trained cosine; 0 for no label.
  float scale(int topic) {
    return topic < 0 ? 0 : at(topic).scale;
  }

  /// The trained part of the margin between two labels.
  ///
  /// @param against [LabelledText#NONE] for none
  Margin margin(Fusion fusion, int topic, int against) {
    float centroid = (float) fusion.centroid();
    float regression = (float) fusion.regression();
    return new Margin(
        topic, centroid * scale(topic), against, centroid * scale(against), regression);
  }

  /// Adds the gradient that comes from a changed label text.
  ///
  /// @param topic [LabelledText#NONE] for none
  /// @param current the labels' current vectors
  /// @param times the weight of the cosine in the margin
  void addTo(float[] slopes, double times, int topic, LabelVectors current, SparseVector text) {
    if (topic >= 0 && !at(topic).isNone()) {
      add(slopes, times * at(topic).current, current.of(topic), text);
      add(slopes, -times * at(topic).previous, at(topic).trained, text);
    }
  }

  private static void add(float[] slopes, double times, LabelVector words, SparseVector text) {
    float[] more = words.slopes(text);
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] += (float) (times * more[i]);
    }
  }
}
