package org.postbag.matching.learned;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.matching.words.Vector;

/// Everything learned about a set of topics; immutable.
///
/// @param centres the middle of each topic
/// @param regression null while there are no examples
/// @param weights how much each counts
/// @param accuracy share of the examples that are recognised when they are kept back, 0 to 1; not a
///   number when there are too few to tell
public record Learned(
    Centres centres, @Nullable Regression regression, Weights weights, double accuracy) {
  /// The topics' own words as the only knowledge.
  public static Learned fromNothing(List<Vector> profiles) {
    return fromNothing(profiles, Weights.FROM_NOTHING);
  }

  static Learned fromNothing(List<Vector> profiles, Weights weights) {
    return new Learned(
        Centres.of(profiles, profiles.stream().map(p -> List.<Vector>of()).toList()),
        null,
        weights,
        Double.NaN);
  }

  /// Learns from decided letters, and from trying the model on some of them how much each kind of
  /// evidence counts.
  public static Learned from(List<Vector> profiles, List<Sample> samples) {
    return from(profiles, samples, Weights.WITH_EXAMPLES);
  }

  /// @param prior what is used below enough letters, and what a fit is held near
  static Learned from(List<Vector> profiles, List<Sample> samples, Weights prior) {
    return new Study(profiles, samples, prior).learned();
  }

  /// The weights under which trials come out best.
  static Weights weights(List<Trial> trials, Weights prior, double penalty) {
    Fusion fusion = new FusionFit(trials, prior.fusion(), penalty).run();
    return new Weights(fusion, new GateFit(trials, fusion, prior.gate(), penalty).run());
  }

  static Learned fit(List<Vector> profiles, List<Vector> texts, int[] labels, Weights weights) {
    List<List<Vector>> members = new ArrayList<>();
    profiles.forEach(p -> members.add(new ArrayList<>()));
    for (int i = 0; i < labels.length; i++) {
      members.get(labels[i]).add(texts.get(i));
    }
    Regression regression = Regression.fit(profiles, texts, labels, Regression.Settings.MEASURED);
    return new Learned(Centres.of(profiles, members), regression, weights, Double.NaN);
  }

  /// The same for other topics, without learning: those that stay keep what was learned.
  ///
  /// @param profiles each topic's own words
  /// @param before the number each topic had before, -1 for a new one
  public Learned carriedOver(List<Vector> profiles, int[] before) {
    return new Learned(
        centres.carriedOver(profiles, before),
        regression == null ? null : regression.carriedOver(before),
        weights,
        accuracy);
  }

  /// How the topics stand for a letter.
  ///
  /// @param keywords keyword evidence of each topic; minus infinity for one that is excluded
  public Standing standing(Vector text, double[] keywords) {
    double[] scores = new double[keywords.length];
    if (regression != null) {
      float[] exact = regression.scores(text);
      for (int t = 0; t < scores.length; t++) {
        scores[t] = exact[t];
      }
    }
    return new Standing(
        weights.fusion(), keywords, centres.cosines(text), scores, centres.examples(), text.size());
  }

  /// What one unit of each feature of a text adds to the score of a topic.
  public float[] slopes(Vector text, int topic) {
    Fusion fusion = weights.fusion();
    float[] slopes = centres.slopes(text, topic);
    float[] further =
        regression == null ? new float[slopes.length] : regression.slopes(text, topic);
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = (float) (fusion.centre() * slopes[i] + fusion.regression() * further[i]);
    }
    return slopes;
  }
}
