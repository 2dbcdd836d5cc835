package org.postbag.classifier;

import java.util.List;
import org.postbag.classifier.text.SparseVector;

/// Multinomial logistic regression with an L2 penalty, in its dual form: the weight of a feature is
/// a sum over the training texts that contain it, of coefficient × value.
final class Regression {
  private static final double MIN_RARITY = 0.1;
  private static final double REFERENCE_RARITY = 5;

  /// The factor on a feature's value, by the number of texts that contain it.
  private final float[] scales;

  private final int topics;
  private final float[] coefficients;

  private Regression(float[] scales, int topics, float[] coefficients) {
    this.scales = scales;
    this.topics = topics;
    this.coefficients = coefficients;
  }

  /// The regression of labels without examples: all coefficients are 0.
  static Regression none(int topics, Vocabulary vocabulary) {
    return new Regression(
        new float[vocabulary.maxTextCount() + 1], topics, new float[topics * topics]);
  }

  /// @param topics the number of labels; the first `topics` texts are the label texts
  /// @param labels the label of each text
  /// @param vocabulary built from all the texts
  static Regression fit(
      int topics,
      List<SparseVector> texts,
      int[] labels,
      Vocabulary vocabulary,
      Settings settings) {
    float[] costs = new float[texts.size()];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = settings.cost() * (i < topics ? settings.labelWeight() : 1);
    }
    float[] scales = scales(texts.size(), vocabulary.maxTextCount(), settings.rarityDamping());
    GramMatrix gramMatrix = new GramMatrix(texts, vocabulary, scales);
    return new Regression(
        scales, topics, new Lbfgs(gramMatrix, labels, costs, topics).run(settings.maxIterations()));
  }

  /// TF-IDF makes rare words dominate, which suits the comparison with few examples. Between labels
  /// with many examples frequent words discriminate as well, so here a rarity r counts as r to the
  /// power of 1 - rarityDamping (0.7 by default).
  private static float[] scales(int texts, int maxTextCount, double rarityDamping) {
    float[] scales = new float[maxTextCount + 1];
    for (int textCount = 0; textCount < scales.length; textCount++) {
      double rarity = Math.log((texts + 1) / (textCount + 0.5));
      scales[textCount] =
          (float) Math.pow(Math.max(MIN_RARITY, rarity) / REFERENCE_RARITY, -rarityDamping);
    }
    return scales;
  }

  /// @param cost C of the regression: the weight of the loss against the penalty
  /// @param labelWeight the weight of a label text relative to an example
  /// @param maxIterations limit for L-BFGS
  /// @param rarityDamping exponent by which rare features are damped, 0 for not at all
  record Settings(float cost, float labelWeight, int maxIterations, double rarityDamping) {
    static final Settings DEFAULT = new Settings(20, 0.5f, 50, 0.3);
  }

  /// The factor on the product of a feature's values in two texts: the squared scale.
  ///
  /// @param textCount how many training texts contain the feature
  float productScale(int textCount) {
    return scales[textCount] * scales[textCount];
  }

  /// Adds a text's coefficients, times a factor.
  void addTo(float[] sums, int start, int text, float factor) {
    for (int t = 0; t < topics; t++) {
      sums[start + t] += coefficients[text * topics + t] * factor;
    }
  }

  /// The dual coefficients, row by row: text × label.
  float[] coefficients() {
    return coefficients;
  }
}
