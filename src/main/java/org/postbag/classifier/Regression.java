package org.postbag.classifier;

import java.util.List;
import org.postbag.classifier.text.SparseVector;

/// Multinomial logistic regression between the topics, with an L2 penalty, as it was learned. What
/// it has learned of a feature is a sum over the texts that the feature stands in.
final class Regression {
  private static final double LEAST_RARITY = 0.1;
  private static final double USUAL_RARITY = 5;

  /// What the values of a feature are multiplied by, by how many texts it stands in.
  private final float[] stretches;

  private final int topics;
  private final float[] pulls;

  private Regression(float[] stretches, int topics, float[] pulls) {
    this.stretches = stretches;
    this.topics = topics;
    this.pulls = pulls;
  }

  /// That of topics without any example.
  static Regression none(int topics, Vocabulary vocabulary) {
    return new Regression(new float[vocabulary.mostUses() + 1], topics, new float[topics * topics]);
  }

  /// @param topics how many there are; so many of the texts are their own words: the first ones
  /// @param labels the topic of each text
  /// @param vocabulary of all the texts
  static Regression fit(
      int topics, List<SparseVector> texts, int[] labels, Vocabulary vocabulary, Settings s) {
    float[] costs = new float[texts.size()];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = s.cost() * (i < topics ? s.profileWeight() : 1);
    }
    float[] stretches = stretches(texts.size(), vocabulary.mostUses(), s.levelling());
    GramMatrix gramMatrix = new GramMatrix(texts, vocabulary, stretches);
    return new Regression(
        stretches, topics, new Lbfgs(gramMatrix, labels, costs, topics).run(s.steps()));
  }

  /// Texts are weighed so that rare words make them alike. Between topics that have many examples
  /// common words tell as well, so here the rare ones lead by less: rarity to the power 0.7.
  private static float[] stretches(int texts, int mostUses, double levelling) {
    float[] stretches = new float[mostUses + 1];
    for (int uses = 0; uses < stretches.length; uses++) {
      double rarity = Math.log((texts + 1) / (uses + 0.5));
      stretches[uses] = (float) Math.pow(Math.max(LEAST_RARITY, rarity) / USUAL_RARITY, -levelling);
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

  /// What the product of two values of a feature, a text's and a letter's, is multiplied by.
  ///
  /// @param uses how many texts the feature stands in
  float times(int uses) {
    return stretches[uses] * stretches[uses];
  }

  /// Adds what a text says for each topic, times a factor.
  void addTo(float[] sums, int start, int text, float factor) {
    for (int t = 0; t < topics; t++) {
      sums[start + t] += pulls[text * topics + t] * factor;
    }
  }

  /// What each text says for each topic.
  float[] pulls() {
    return pulls;
  }
}
