package org.postbag.matching.learned;

import java.util.ArrayList;
import java.util.List;
import org.postbag.matching.words.Vector;

/// Multinomial logistic regression between the topics, with an L2 penalty.
public final class Regression {
  private static final double LEAST_RARITY = 0.1;
  private static final double USUAL_RARITY = 5;

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
    float[] stretch = stretches(rows, vocabulary, s.levelling());
    Matrix matrix = new Matrix(rows, vocabulary, stretch);
    float[] dual = new Minimizer(matrix, truth, costs, topics).run(s.steps());
    float[] weights = matrix.transposedTimes(dual, topics);
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= stretch[i / topics];
    }
    return new Regression(topics, vocabulary, weights);
  }

  /// Texts are weighed so that rare words make them alike. Between topics that have many examples
  /// common words tell as well, so here the rare ones lead by less: rarity to the power 0.7.
  private static float[] stretches(List<Vector> rows, Vocabulary vocabulary, double levelling) {
    float[] texts = new float[vocabulary.size()];
    rows.forEach(row -> row.forEach((feature, value) -> texts[vocabulary.row(feature)]++));
    for (int f = 0; f < texts.length; f++) {
      double rarity = Math.log((rows.size() + 1) / (texts[f] + 0.5));
      texts[f] = (float) Math.pow(Math.max(LEAST_RARITY, rarity) / USUAL_RARITY, -levelling);
    }
    return texts;
  }

  /// @param cost C: how much an error costs beside the penalty
  /// @param profileWeight how much a topic's own words count beside an example
  /// @param steps the most steps of the minimizer
  /// @param levelling the power by which rare features lead by less; 0: as they are
  record Settings(float cost, float profileWeight, int steps, double levelling) {
    static final Settings MEASURED = new Settings(20, 0.5f, 50, 0.3);
  }

  /// The regression between other topics: new ones have no weights yet.
  ///
  /// @param before the number each topic had before, -1 for a new one
  Regression carriedOver(int[] before) {
    float[] carried = new float[vocabulary.size() * before.length];
    for (int row = 0; row < vocabulary.size(); row++) {
      for (int t = 0; t < before.length; t++) {
        if (before[t] >= 0) {
          carried[row * before.length + t] = weights[row * topics + before[t]];
        }
      }
    }
    return new Regression(before.length, vocabulary, carried);
  }

  /// The score of a text for each topic, whose softmax is its probability.
  public float[] scores(Vector text) {
    float[] scores = new float[topics];
    int[] rows = vocabulary.rows(text);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] >= 0) {
        float value = text.value(i);
        int start = rows[i] * topics;
        for (int t = 0; t < topics; t++) {
          scores[t] += value * weights[start + t];
        }
      }
    }
    return scores;
  }

  /// What one unit of each feature of a text adds to the score for a topic.
  float[] slopes(Vector text, int topic) {
    float[] slopes = new float[text.size()];
    int[] rows = vocabulary.rows(text);
    for (int i = 0; i < rows.length; i++) {
      slopes[i] = rows[i] < 0 ? 0 : weights[rows[i] * topics + topic];
    }
    return slopes;
  }
}
