package org.postbag.matching.learned;

import java.util.ArrayList;
import java.util.List;
import org.postbag.matching.words.Vector;

/// Multinomial logistic regression between the topics, with an L2 penalty.
public final class Regression {
  private final int topics;
  private final Vocabulary vocabulary;
  private final float[] weights;

  private Regression(int topics, Vocabulary vocabulary, float[] weights) {
    this.topics = topics;
    this.vocabulary = vocabulary;
    this.weights = weights;
  }

  /// @param profiles each topic's own words, which count as an example of their own
  /// @param texts the examples
  /// @param labels the topic of each example
  static Regression fit(List<Vector> profiles, List<Vector> texts, int[] labels, Settings s) {
    int topics = profiles.size();
    List<Vector> rows = new ArrayList<>(profiles);
    rows.addAll(texts);
    int[] truth = new int[rows.size()];
    float[] costs = new float[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      truth[i] = i < topics ? i : labels[i - topics];
      costs[i] = s.cost() * (i < topics ? s.profileWeight() : 1);
    }
    Vocabulary vocabulary = Vocabulary.of(rows);
    Matrix matrix = new Matrix(rows, vocabulary);
    float[] dual = new Minimizer(matrix, truth, costs, topics).run(s.steps());
    return new Regression(topics, vocabulary, matrix.transposedTimes(dual, topics));
  }

  /// @param cost C: how much an error costs beside the penalty
  /// @param profileWeight how much a topic's own words count beside an example
  /// @param steps the most steps of the minimizer
  record Settings(float cost, float profileWeight, int steps) {
    static final Settings MEASURED = new Settings(20, 0.5f, 50);
  }

  /// The score of a text for each topic, whose softmax is its probability.
  public float[] scores(Vector text) {
    float[] scores = new float[topics];
    for (int i = 0; i < text.size(); i++) {
      int row = vocabulary.row(text.feature(i));
      if (row >= 0) {
        float value = text.value(i);
        int start = row * topics;
        for (int t = 0; t < topics; t++) {
          scores[t] += value * weights[start + t];
        }
      }
    }
    return scores;
  }

  /// What one unit of a feature adds to the score for a topic.
  public float slope(int feature, int topic) {
    int row = vocabulary.row(feature);
    return row < 0 ? 0 : weights[row * topics + topic];
  }
}
