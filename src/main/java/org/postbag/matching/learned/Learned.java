package org.postbag.matching.learned;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.matching.words.Vector;

/// Everything learned about a set of topics; immutable.
///
/// @param centres the middle of each topic
/// @param regression null while there are no examples
/// @param fusion how much each counts
public record Learned(Centres centres, @Nullable Regression regression, Fusion fusion) {

  /// The topics' own words as the only knowledge.
  public static Learned fromNothing(List<Vector> profiles) {
    return new Learned(
        Centres.of(profiles, profiles.stream().map(p -> List.<Vector>of()).toList()),
        null,
        Fusion.FROM_NOTHING);
  }

  /// Learns from decided letters, and from trying the model on some of them how much each kind of
  /// evidence counts.
  public static Learned from(List<Vector> profiles, List<Sample> samples) {
    List<Sample> decided = samples.stream().filter(s -> s.label() != Sample.NONE).toList();
    List<Vector> texts = decided.stream().map(Sample::text).toList();
    int[] labels = decided.stream().mapToInt(Sample::label).toArray();
    Fusion fusion = Fusion.WITH_EXAMPLES;
    if (samples.size() >= ENOUGH_TO_FIT) {
      List<Trial> trials = new Rehearsal(profiles, samples).trials(profiles.size() >= 5);
      fusion = new FusionFit(trials, Fusion.WITH_EXAMPLES, 0.1).run();
    }
    return fit(profiles, texts, labels, fusion);
  }

  private static final int ENOUGH_TO_FIT = 30;

  static Learned fit(List<Vector> profiles, List<Vector> texts, int[] labels, Fusion fusion) {
    List<List<Vector>> members = new ArrayList<>();
    profiles.forEach(p -> members.add(new ArrayList<>()));
    for (int i = 0; i < labels.length; i++) {
      members.get(labels[i]).add(texts.get(i));
    }
    Regression regression = Regression.fit(profiles, texts, labels, Regression.Settings.MEASURED);
    return new Learned(Centres.of(profiles, members), regression, fusion);
  }

  /// What one unit of a feature adds to the score of a topic, but for what all topics get alike.
  public double slope(int feature, int topic) {
    double slope = fusion.centre() * centres.slope(feature, topic);
    return regression == null
        ? slope
        : slope + fusion.regression() * regression.slope(feature, topic);
  }

  /// The log-probability of each topic by the regression; zeros without one.
  public double[] logProbabilities(Vector text) {
    if (regression == null) {
      return new double[centres.topics()];
    }
    float[] scores = regression.scores(text);
    double[] all = new double[scores.length];
    for (int t = 0; t < all.length; t++) {
      all[t] = scores[t];
    }
    double logSum = Softmax.logSum(all);
    for (int t = 0; t < all.length; t++) {
      all[t] -= logSum;
    }
    return all;
  }
}
