package org.postbag.matching.learned;

import java.util.ArrayList;
import java.util.List;
import org.postbag.matching.words.Vector;

/// Multinomial logistic regression between the topics, with an L2 penalty.
public final class Regression {
  private static final double LEAST_RARITY = 0.1;
  private static final double USUAL_RARITY = 5;

  private final Vocabulary vocabulary;
  private final FeatureWeights weights;

  private Regression(Vocabulary vocabulary, FeatureWeights weights) {
    this.vocabulary = vocabulary;
    this.weights = weights;
  }

  /// @param profiles each topic's own words, which count as an example of their own
  /// @param texts the examples
  /// @param labels the topic of each example
  static Regression fit(List<Vector> profiles, List<Vector> texts, int[] labels, Settings s) {
    List<Vector> rows = new ArrayList<>(profiles);
    rows.addAll(texts);
    return fit(profiles.size(), rows, labels, Vocabulary.of(rows), s);
  }

  /// @param topics how many of the rows are topics' own words: the first ones
  /// @param labels the topic of each of the others
  /// @param vocabulary of all the rows
  static Regression fit(
      int topics, List<Vector> rows, int[] labels, Vocabulary vocabulary, Settings s) {
    int[] truth = new int[rows.size()];
    float[] costs = new float[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      truth[i] = i < topics ? i : labels[i - topics];
      costs[i] = s.cost() * (i < topics ? s.profileWeight() : 1);
    }
    float[] stretch = stretches(rows, vocabulary, s.levelling());
    Matrix matrix = new Matrix(rows, vocabulary, stretch);
    float[] pulls = new Minimizer(matrix, truth, costs, topics).run(s.steps());
    return new Regression(vocabulary, FeatureWeights.of(rows, vocabulary, stretch, pulls, topics));
  }

  /// Texts are weighed so that rare words make them alike. Between topics that have many examples
  /// common words tell as well, so here the rare ones lead by less: rarity to the power 0.7.
  private static float[] stretches(List<Vector> rows, Vocabulary vocabulary, double levelling) {
    int[] uses = FeatureWeights.uses(rows, vocabulary);
    float[] stretches = new float[uses.length];
    for (int f = 0; f < stretches.length; f++) {
      double rarity = Math.log((rows.size() + 1) / (uses[f] + 0.5));
      stretches[f] = (float) Math.pow(Math.max(LEAST_RARITY, rarity) / USUAL_RARITY, -levelling);
    }
    return stretches;
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
    return new Regression(vocabulary, weights.carriedOver(before));
  }

  /// The score of a text for each topic, whose softmax is its probability.
  public float[] scores(Vector text) {
    return scores(vocabulary.place(text));
  }

  /// @param text as the vocabulary places it, or one that gives the same features the same rows
  float[] scores(Placed text) {
    return weights.scores(text);
  }

  /// What one unit of each feature of a text adds to the lead of one topic's score over another's.
  ///
  /// @param against -1 for none
  float[] slopes(Placed text, int topic, int against) {
    return weights.slopes(text, topic, against);
  }
}
