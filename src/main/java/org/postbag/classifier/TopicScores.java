package org.postbag.classifier;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/// How the topics stand to each other for one letter.
public final class TopicScores {
  private static final double ALIKE = 0.15;

  private final double[] keywords;
  private final float[] cosines;
  private final float[] reaches;
  private final IntToDoubleFunction own;
  private final float[] regression;
  private final int[] examples;
  private final List<EmbeddingSimilarity> senses;
  private final double[] scores;
  private final double[] powers;
  private final double sum;

  /// @param keywords keyword evidence of each topic; minus infinity for one that is excluded
  /// @param cosines the cosine to each topic
  /// @param reaches what cosine letters on each topic have
  /// @param own the cosine to a topic's own words, worked out when it is asked for
  /// @param regression the regression's score of each topic
  /// @param examples how many examples each topic has
  /// @param senses how alike the letter's meaning is to each topic's
  public TopicScores(
      Fusion fusion,
      double[] keywords,
      float[] cosines,
      float[] reaches,
      IntToDoubleFunction own,
      float[] regression,
      int[] examples,
      List<EmbeddingSimilarity> senses) {
    this.keywords = keywords;
    this.cosines = cosines;
    this.reaches = reaches;
    this.own = own;
    this.regression = regression;
    this.examples = examples;
    this.senses = List.copyOf(senses);
    this.scores = new double[keywords.length];
    for (int t = 0; t < scores.length; t++) {
      scores[t] =
          keywords[t] == Double.NEGATIVE_INFINITY
              ? Double.NEGATIVE_INFINITY
              : fusion.score(keywords[t], cosines[t], regression[t])
                  + fusion.score(this.senses.get(t));
    }
    this.powers = powers(scores);
    this.sum = Arrays.stream(powers).sum();
  }

  /// e to the power of each score, all less by the greatest so that none overflows.
  private static double[] powers(double[] scores) {
    double greatest = Arrays.stream(scores).max().orElse(0);
    double[] powers = new double[scores.length];
    for (int t = 0; t < powers.length; t++) {
      powers[t] = scores[t] == Double.NEGATIVE_INFINITY ? 0 : Math.exp(scores[t] - greatest);
    }
    return powers;
  }

  public double score(int topic) {
    return scores[topic];
  }

  /// The share of a topic among all topics, 0 to 1.
  public double share(int topic) {
    return powers[topic] == 0 ? 0 : powers[topic] / sum;
  }

  /// The share of a topic among all topics but one.
  public double share(int topic, int except) {
    double others = 0;
    for (int t = 0; t < powers.length; t++) {
      others += t == except ? 0 : powers[t];
    }
    return powers[topic] == 0 ? 0 : powers[topic] / others;
  }

  /// The topic with the greatest score; empty when every topic is excluded.
  public OptionalInt best() {
    return bestExcept(LabelledText.NONE);
  }

  /// The same, but for one topic.
  public OptionalInt bestExcept(int except) {
    int best = LabelledText.NONE;
    for (int t = 0; t < scores.length; t++) {
      boolean possible = t != except && scores[t] != Double.NEGATIVE_INFINITY;
      if (possible && (best < 0 || scores[t] > scores[best])) {
        best = t;
      }
    }
    return best == LabelledText.NONE ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /// Whether the letter may have a cosine of 0.15 or more to one of a topic's examples. Such an
  /// example among n that have nothing in common leaves the centre a cosine of 0.15 / √(n + 1).
  public boolean mayBeLikeAnExample(int topic) {
    return examples[topic] > 0 && cosines[topic] >= ALIKE / Math.sqrt(examples[topic] + 1);
  }

  /// What the gate looks at. There must be a topic that is not excluded.
  public InScopeGate.View view() {
    return view(best().orElseThrow());
  }

  /// The same when the likeliest topic is given.
  public InScopeGate.View view(int topic) {
    return new InScopeGate.View(
        cosines[topic],
        reaches[topic],
        own.applyAsDouble(topic),
        keywords[topic],
        regression[topic],
        examples[topic],
        senses.get(topic));
  }

  /// The same as if there were some of the topics only.
  public TopicScores among(BitSet some, Fusion fusion) {
    double[] among = new double[keywords.length];
    for (int t = 0; t < among.length; t++) {
      among[t] = some.get(t) ? keywords[t] : Double.NEGATIVE_INFINITY;
    }
    return new TopicScores(fusion, among, cosines, reaches, own, regression, examples, senses);
  }

  /// The same when it is known how alike the letter's meaning is to each topic's.
  TopicScores with(Fusion fusion, List<EmbeddingSimilarity> alike) {
    return new TopicScores(fusion, keywords, cosines, reaches, own, regression, examples, alike);
  }

  /// How alike the letter's meaning is to a topic's.
  public EmbeddingSimilarity alike(int topic) {
    return senses.get(topic);
  }
}
