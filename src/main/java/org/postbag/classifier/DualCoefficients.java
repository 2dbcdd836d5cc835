package org.postbag.classifier;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What each training text contributes to each label, per unit of its dot product with the scored
/// text: its label's inverse norm in the centroid, its dual coefficients in the regression.
final class DualCoefficients {
  /// The label of each text, by the index at training time.
  private final int[] labels;

  /// For each current label its index at training time, [LabelledText#NONE] for one that is newer.
  private final int[] trainedLabels;

  /// The inverse norm of each centroid, by the index at training time.
  private final float[] inverseNorms;

  private final QuantizedMatrix regression;

  private DualCoefficients(
      int[] labels, int[] trainedLabels, float[] inverseNorms, QuantizedMatrix regression) {
    this.labels = labels;
    this.trainedLabels = trainedLabels;
    this.inverseNorms = inverseNorms;
    this.regression = regression;
  }

  /// @param labels the label of each text
  /// @param inverseNorms of the centroids, as [Centroids#inverseNorms] returns them
  static DualCoefficients of(int[] labels, float[] inverseNorms, Regression regression) {
    int[] trainedLabels = IntStream.range(0, inverseNorms.length).toArray();
    return new DualCoefficients(
        labels,
        trainedLabels,
        inverseNorms,
        QuantizedMatrix.of(regression.coefficients(), inverseNorms.length));
  }

  int texts() {
    return labels.length;
  }

  /// The same for a changed list of labels; new ones have no contribution.
  ///
  /// @param before for each new label its previous index, [LabelledText#NONE] for one that is new
  DualCoefficients carriedOver(int[] before) {
    int[] carried =
        Arrays.stream(before)
            .map(topic -> topic < 0 ? LabelledText.NONE : trainedLabels[topic])
            .toArray();
    return new DualCoefficients(labels, carried, inverseNorms, regression.carriedOver(before));
  }

  /// Adds the contributions of all texts.
  ///
  /// @param centroidProducts the dot product with each text over content features
  /// @param regressionProducts the dot product with each text over scaled features
  void addTo(RawScores rawScores, float[] centroidProducts, float[] regressionProducts) {
    float[] sums = new float[inverseNorms.length];
    for (int i = 0; i < labels.length; i++) {
      sums[labels[i]] += centroidProducts[i];
      if (regressionProducts[i] != 0) {
        regression.addTo(rawScores.scores(), i, regressionProducts[i]);
      }
    }
    for (int t = 0; t < trainedLabels.length; t++) {
      rawScores.cosines()[t] +=
          trainedLabels[t] < 0 ? 0 : sums[trainedLabels[t]] * inverseNorms[trainedLabels[t]];
    }
  }

  /// For each text the derivative of a margin by its centroid product.
  float[] centroidWeights(Margin margin) {
    int topic = trainedLabel(margin.topic());
    int against = trainedLabel(margin.against());
    float[] weights = new float[labels.length];
    for (int i = 0; i < weights.length; i++) {
      if (labels[i] == topic) {
        weights[i] = inverseNorms[topic] * margin.centroid();
      } else if (labels[i] == against) {
        weights[i] = -inverseNorms[against] * margin.otherCentroid();
      }
    }
    return weights;
  }

  private int trainedLabel(int topic) {
    return topic < 0 ? LabelledText.NONE : trainedLabels[topic];
  }

  /// For each text the derivative of a margin by its regression product.
  float[] regressionWeights(Margin margin) {
    float[] weights = new float[labels.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = regression.difference(i, margin.topic(), margin.against()) * margin.regression();
    }
    return weights;
  }
}
