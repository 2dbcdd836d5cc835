package org.postbag.classifier;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/// What a letter that the model had not seen looked like to it.
///
/// @param topics the evidence for each topic that the model knew
/// @param own the cosine of the letter to a topic's own words
/// @param truth the right one of these; [LabelledText#NONE] when people said that it is none, [#LEFT_OUT]
///   when the model was not told of its topic
/// @param weight how much the letter counts
record ValidationCase(List<Look> topics, IntToDoubleFunction own, int truth, double weight) {
  static final int LEFT_OUT = -2;

  /// How much a letter in other words counts beside the one that was written.
  private static final double IN_OTHER_WORDS = 0.3;

  ValidationCase {
    topics = List.copyOf(topics);
  }

  ValidationCase weighing(double other) {
    return new ValidationCase(topics, own, truth, other);
  }

  boolean inScope() {
    return truth >= 0;
  }

  /// The evidence for one topic.
  ///
  /// @param reach what cosine to the topic's centre letters on it have
  record Look(
      double keyword, double centre, double reach, double regression, int examples, EmbeddingSimilarity embeddingSimilarity) {
    Look byWords() {
      return new Look(keyword, centre, reach, regression, examples, EmbeddingSimilarity.UNKNOWN);
    }

    Look byMeaning() {
      return new Look(0, 0, reach, 0, examples, embeddingSimilarity);
    }

    double of(int kind) {
      return switch (kind) {
        case 0 -> keyword;
        case 1 -> centre;
        case 2 -> regression;
        case 3 -> embeddingSimilarity.centre();
        case 4 -> embeddingSimilarity.regression();
        default -> embeddingSimilarity.nearest();
      };
    }
  }

  /// The letter as the gate sees it.
  InScopeGate.View view(Fusion fusion) {
    return standing(fusion).view();
  }

  /// Whether the letter is answered rightly: by its topic, or by none where none fits.
  boolean isRight(Weights weights) {
    TopicScores topicScores = standing(weights.fusion());
    int best = topicScores.best().orElseThrow();
    double onATopic = weights.inScopeGate().probability(topicScores.view());
    boolean refused = 1 - onATopic > onATopic * topicScores.share(best);
    return inScope() ? best == truth && !refused : refused;
  }

  /// How the topics stand under given weights.
  TopicScores standing(Fusion fusion) {
    double[] keywords = new double[topics.size()];
    float[] cosines = new float[topics.size()];
    float[] regression = new float[topics.size()];
    float[] reaches = new float[topics.size()];
    int[] examples = new int[topics.size()];
    for (int t = 0; t < cosines.length; t++) {
      keywords[t] = topics.get(t).keyword();
      cosines[t] = (float) topics.get(t).centre();
      reaches[t] = (float) topics.get(t).reach();
      regression[t] = (float) topics.get(t).regression();
      examples[t] = topics.get(t).examples();
    }
    return new TopicScores(fusion, keywords, cosines, reaches, own, regression, examples, senses());
  }

  private List<EmbeddingSimilarity> senses() {
    return topics.stream().map(Look::embeddingSimilarity).toList();
  }

  boolean knowsMeaning() {
    return topics.stream().anyMatch(look -> !look.embeddingSimilarity.equals(EmbeddingSimilarity.UNKNOWN));
  }

  /// The same for one who does not know what the letter means.
  ValidationCase byWords() {
    return new ValidationCase(topics.stream().map(Look::byWords).toList(), own, truth, weight);
  }

  /// The same for a letter in other words, which shares none with any topic.
  ValidationCase inOtherWords() {
    List<Look> looks = topics.stream().map(Look::byMeaning).toList();
    return new ValidationCase(looks, t -> 0, truth, IN_OTHER_WORDS * weight);
  }
}
