package org.postbag.classifier;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/// The scores of all labels for one text, and their softmax. Immutable.
public final class TopicScores {
  private static final double MIN_EXAMPLE_COSINE = 0.15;

  private final double[] keywords;
  private final float[] cosines;
  private final float[] expectedCosines;
  private final IntToDoubleFunction labelCosines;
  private final float[] regression;
  private final int[] examples;
  private final List<EmbeddingSimilarity> similarities;
  private final double[] scores;
  private final double[] exponentials;
  private final double sum;

  /// @param keywords keyword evidence of each label; negative infinity for one that is excluded
  /// @param cosines cosine to each centroid, 0 to 1
  /// @param expectedCosines the cosine that texts of each label usually have
  /// @param labelCosines cosine to a label's own text, computed on demand
  /// @param regression logit of each label
  /// @param examples number of examples of each label
  /// @param similarities embedding evidence of each label
  public TopicScores(
      Fusion fusion,
      double[] keywords,
      float[] cosines,
      float[] expectedCosines,
      IntToDoubleFunction labelCosines,
      float[] regression,
      int[] examples,
      List<EmbeddingSimilarity> similarities) {
    this.keywords = keywords;
    this.cosines = cosines;
    this.expectedCosines = expectedCosines;
    this.labelCosines = labelCosines;
    this.regression = regression;
    this.examples = examples;
    this.similarities = List.copyOf(similarities);
    this.scores = new double[keywords.length];
    for (int t = 0; t < scores.length; t++) {
      scores[t] =
          keywords[t] == Double.NEGATIVE_INFINITY
              ? Double.NEGATIVE_INFINITY
              : fusion.score(keywords[t], cosines[t], regression[t])
                  + fusion.score(this.similarities.get(t))
                  + (fusion.labelText() == 0
                      ? 0
                      : fusion.labelText() * labelCosines.applyAsDouble(t));
    }
    this.exponentials = exponentials(scores);
    this.sum = Arrays.stream(exponentials).sum();
  }

  /// exp(score - max), so that nothing overflows; 0 for an excluded label.
  private static double[] exponentials(double[] scores) {
    double greatest = Arrays.stream(scores).max().orElse(0);
    double[] exponentials = new double[scores.length];
    for (int t = 0; t < exponentials.length; t++) {
      exponentials[t] = scores[t] == Double.NEGATIVE_INFINITY ? 0 : Math.exp(scores[t] - greatest);
    }
    return exponentials;
  }

  public double score(int topic) {
    return scores[topic];
  }

  /// The softmax probability of a label among all, 0 to 1, given that the text is in scope.
  public double softmax(int topic) {
    return exponentials[topic] == 0 ? 0 : exponentials[topic] / sum;
  }

  /// The same with one label left out of the denominator.
  public double softmax(int topic, int except) {
    double denominator = 0;
    for (int t = 0; t < exponentials.length; t++) {
      denominator += t == except ? 0 : exponentials[t];
    }
    return exponentials[topic] == 0 ? 0 : exponentials[topic] / denominator;
  }

  /// The label with the highest score, the first one on a tie; empty when every label is excluded.
  public OptionalInt best() {
    return bestExcept(LabelledText.NONE);
  }

  /// The best label other than `except`.
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

  /// Whether the text can have a cosine of 0.15 or more to one of the label's examples. A necessary
  /// condition that needs no look at the examples: a text at cosine 0.15 to one of n mutually
  /// orthogonal examples has at least 0.15 / √(n + 1) to the centroid.
  public boolean mayBeNearAnExample(int topic) {
    return examples[topic] > 0
        && cosines[topic] >= MIN_EXAMPLE_COSINE / Math.sqrt(examples[topic] + 1);
  }

  /// The gate's input for the best label.
  ///
  /// @throws java.util.NoSuchElementException when every label is excluded
  public InScopeGate.View view() {
    return view(best().orElseThrow());
  }

  /// The gate's input for a given label.
  public InScopeGate.View view(int topic) {
    return new InScopeGate.View(
        cosines[topic],
        expectedCosines[topic],
        labelCosines.applyAsDouble(topic),
        keywords[topic],
        regression[topic],
        examples[topic],
        similarities.get(topic));
  }

  /// The scores as if the other labels did not exist.
  public TopicScores restrictedTo(BitSet topics, Fusion fusion) {
    double[] restricted = new double[keywords.length];
    for (int t = 0; t < restricted.length; t++) {
      restricted[t] = topics.get(t) ? keywords[t] : Double.NEGATIVE_INFINITY;
    }
    return new TopicScores(
        fusion,
        restricted,
        cosines,
        expectedCosines,
        labelCosines,
        regression,
        examples,
        similarities);
  }

  /// The scores with embedding evidence, under weights that count it.
  TopicScores with(Fusion fusion, List<EmbeddingSimilarity> embeddingSimilarities) {
    return new TopicScores(
        fusion,
        keywords,
        cosines,
        expectedCosines,
        labelCosines,
        regression,
        examples,
        embeddingSimilarities);
  }

  /// Whether an embedding is part of the evidence.
  public boolean hasEmbedding() {
    return similarities.stream().anyMatch(s -> !s.equals(EmbeddingSimilarity.UNKNOWN));
  }

  /// The embedding evidence of a label.
  public EmbeddingSimilarity similarity(int topic) {
    return similarities.get(topic);
  }
}
