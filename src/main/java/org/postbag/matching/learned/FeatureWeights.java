package org.postbag.matching.learned;

import java.util.List;
import org.postbag.matching.words.Vector;

/// What each feature says for each topic, as a regression has learned it.
///
/// A feature's weights are a sum over the texts that it stands in. A frequent feature has this sum
/// for every topic. Most features stand in a few texts: of these the sum is made when it is asked
/// for, since a row of numbers for every topic would take more memory than all else, and a look at
/// it more time.
final class FeatureWeights {
  /// A feature that stands in no more texts is a rare one, or in no more than a quarter of the
  /// number of topics.
  private static final int FEW = 4;

  private final int topics;
  private final FeatureTable features;

  /// What each text says for each topic.
  private final Rows pulls;

  private FeatureWeights(int topics, FeatureTable features, Rows pulls) {
    this.topics = topics;
    this.features = features;
    this.pulls = pulls;
  }

  /// @param texts those that were learned from
  /// @param pulls what each of them says for each topic
  /// @param stretch what the values of each feature are multiplied by, in the texts and later
  static FeatureWeights of(
      List<Vector> texts, Vocabulary vocabulary, float[] stretch, float[] pulls, int topics) {
    int few = Math.max(FEW, topics / 4);
    FeatureTable.Builder table =
        new FeatureTable.Builder(uses(texts, vocabulary), few, topics, texts.size());
    for (int i = 0; i < texts.size(); i++) {
      Placed placed = vocabulary.place(texts.get(i));
      for (int j = 0; j < placed.size(); j++) {
        int row = placed.row(j);
        float value = placed.value(j) * stretch[row] * stretch[row];
        if (table.isFull(row)) {
          table.add(row, pulls, i * topics, value);
        } else {
          table.list(row, i, value);
        }
      }
    }
    return new FeatureWeights(topics, table.done(), Rows.of(pulls, topics));
  }

  /// In how many texts each feature stands.
  static int[] uses(List<Vector> texts, Vocabulary vocabulary) {
    int[] uses = new int[vocabulary.size()];
    texts.forEach(text -> text.forEach((feature, value) -> uses[vocabulary.row(feature)]++));
    return uses;
  }

  /// The same for other topics; new ones have no weights.
  ///
  /// @param before the number each topic had before, -1 for a new one
  FeatureWeights carriedOver(int[] before) {
    return new FeatureWeights(
        before.length, features.carriedOver(before), pulls.carriedOver(before));
  }

  /// What a letter's features say for each topic together.
  float[] scores(Placed letter) {
    float[] scores = new float[topics];
    float[] byText = new float[pulls.size()];
    features.addTo(scores, byText, letter);
    for (int i = 0; i < byText.length; i++) {
      if (byText[i] != 0) {
        pulls.addTo(scores, i, byText[i]);
      }
    }
    return scores;
  }

  /// What one unit of each feature of a letter says for a topic rather than for another.
  ///
  /// @param against -1 for none
  float[] slopes(Placed letter, int topic, int against) {
    float[] leads = new float[pulls.size()];
    for (int i = 0; i < leads.length; i++) {
      leads[i] = pulls.lead(i, topic, against);
    }
    return features.lead(letter, topic, against, leads);
  }
}
