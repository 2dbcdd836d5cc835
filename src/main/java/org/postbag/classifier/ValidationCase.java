package org.postbag.classifier;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/// The evidence of one held-out example, so that fusion and gate can be fitted without the model.
///
/// @param topics the evidence for each label that the model knew
/// @param labelCosines the cosine to a label's own text
/// @param truth index of the right label; [LabelledText#NONE] for a real out-of-scope text,
///   [#LEFT_OUT] when its label was left out of the fold
/// @param weight in the fit, at least 0
record ValidationCase(
    List<TopicEvidence> topics, IntToDoubleFunction labelCosines, int truth, double weight) {
  static final int LEFT_OUT = -2;

  /// The weight of a paraphrased copy relative to the text as written.
  private static final double PARAPHRASED_WEIGHT = 0.3;

  ValidationCase {
    topics = List.copyOf(topics);
  }

  ValidationCase withWeight(double other) {
    return new ValidationCase(topics, labelCosines, truth, other);
  }

  boolean inScope() {
    return truth >= 0;
  }

  /// The evidence for one label.
  ///
  /// @param expectedCosine the cosine that texts of the label usually have
  record TopicEvidence(
      double keyword,
      double labelText,
      double centroid,
      double expectedCosine,
      double regression,
      int examples,
      EmbeddingSimilarity embeddingSimilarity) {
    TopicEvidence withoutEmbedding() {
      return new TopicEvidence(
          keyword,
          labelText,
          centroid,
          expectedCosine,
          regression,
          examples,
          EmbeddingSimilarity.UNKNOWN);
    }

    TopicEvidence ofLabelText() {
      return new TopicEvidence(
          keyword, labelText, labelText, expectedCosine, 0, 0, embeddingSimilarity);
    }

    TopicEvidence embeddingOnly() {
      return new TopicEvidence(0, 0, 0, expectedCosine, 0, examples, embeddingSimilarity);
    }

    double of(int kind) {
      return switch (kind) {
        case 0 -> keyword;
        case 1 -> centroid;
        case 2 -> regression;
        case 3 -> embeddingSimilarity.centroid();
        case 4 -> embeddingSimilarity.regression();
        case 5 -> embeddingSimilarity.nearest();
        case 6 -> labelText;
        default -> embeddingSimilarity.phrases();
      };
    }
  }

  /// The gate's input, for the label that this fusion ranks first.
  InScopeGate.View view(Fusion fusion) {
    return scores(fusion).view();
  }

  /// Whether the prediction is right: the right label in scope, rejection out of scope. A text is
  /// rejected when "out of scope" is more probable than the best label.
  boolean isCorrect(Weights weights) {
    TopicScores topicScores = scores(weights.fusion());
    int best = topicScores.best().orElseThrow();
    double inScopeProbability = weights.inScopeGate().probability(topicScores.view());
    boolean rejected = 1 - inScopeProbability > inScopeProbability * topicScores.softmax(best);
    return inScope() ? best == truth && !rejected : rejected;
  }

  /// Whether the label's own text alone, which is the centroid before any example, ranks the right
  /// label first.
  boolean isFirstByLabelTexts(Weights untrained) {
    List<TopicEvidence> evidence = topics.stream().map(TopicEvidence::ofLabelText).toList();
    return withEvidence(evidence).isFirst(untrained);
  }

  boolean isFirst(Weights weights) {
    return scores(weights.fusion()).best().equals(OptionalInt.of(truth));
  }

  private ValidationCase withEvidence(List<TopicEvidence> evidence) {
    return new ValidationCase(evidence, labelCosines, truth, weight);
  }

  /// The likeliest label, and whether it is the right one.
  PrecisionCurve.Outcome outcome(Weights weights) {
    TopicScores topicScores = scores(weights.fusion());
    int best = topicScores.best().orElseThrow();
    double inScope = weights.inScopeGate().probability(topicScores.view());
    return new PrecisionCurve.Outcome(
        inScope * topicScores.softmax(best), best == truth ? 1 : 0, weight);
  }

  /// The scores under given fusion weights.
  TopicScores scores(Fusion fusion) {
    double[] keywords = new double[topics.size()];
    float[] cosines = new float[topics.size()];
    float[] regression = new float[topics.size()];
    float[] expectedCosines = new float[topics.size()];
    int[] examples = new int[topics.size()];
    for (int t = 0; t < cosines.length; t++) {
      keywords[t] = topics.get(t).keyword();
      cosines[t] = (float) topics.get(t).centroid();
      expectedCosines[t] = (float) topics.get(t).expectedCosine();
      regression[t] = (float) topics.get(t).regression();
      examples[t] = topics.get(t).examples();
    }
    return new TopicScores(
        fusion,
        keywords,
        cosines,
        expectedCosines,
        labelCosines,
        regression,
        examples,
        similarities());
  }

  private List<EmbeddingSimilarity> similarities() {
    return topics.stream().map(TopicEvidence::embeddingSimilarity).toList();
  }

  boolean hasEmbedding() {
    return topics.stream()
        .anyMatch(topic -> !topic.embeddingSimilarity.equals(EmbeddingSimilarity.UNKNOWN));
  }

  /// The case without embedding evidence.
  ValidationCase withoutEmbedding() {
    return new ValidationCase(
        topics.stream().map(TopicEvidence::withoutEmbedding).toList(), labelCosines, truth, weight);
  }

  /// The case as if the text shared no word with any label: embedding evidence only.
  ValidationCase paraphrased() {
    List<TopicEvidence> evidence = topics.stream().map(TopicEvidence::embeddingOnly).toList();
    return new ValidationCase(evidence, t -> 0, truth, PARAPHRASED_WEIGHT * weight);
  }
}
