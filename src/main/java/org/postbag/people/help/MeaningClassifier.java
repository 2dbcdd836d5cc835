package org.postbag.people.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.embedding.Embedding;

/// Tells sentences of people who need help from others by what they mean: a logistic regression
/// over the embeddings of the sentence model.
final class MeaningClassifier {
  private static final double PENALTY = 0.0005;
  private static final int ROUNDS = 60;

  private final Embedder embedder;
  private final Logistic model;

  private MeaningClassifier(Embedder embedder, Logistic model) {
    this.embedder = embedder;
    this.model = model;
  }

  /// Empty where there is no sentence model.
  static Optional<MeaningClassifier> train(
      List<String> help, List<String> none, Embedder embedder) {
    if (embedder.model().isEmpty()) {
      return Optional.empty();
    }
    List<Logistic.Example> examples = new ArrayList<>();
    add(examples, help, true, embedder);
    add(examples, none, false, embedder);
    int size = examples.isEmpty() ? 0 : examples.getFirst().size();
    return size == 0
        ? Optional.empty()
        : Optional.of(
            new MeaningClassifier(embedder, Logistic.train(examples, size, PENALTY, ROUNDS)));
  }

  private static void add(
      List<Logistic.Example> examples, List<String> texts, boolean help, Embedder embedder) {
    for (String text : texts) {
      embedder
          .embed(text)
          .ifPresent(e -> examples.add(new Logistic.Example(all(e), values(e), 0, help)));
    }
  }

  private static int[] all(Embedding embedding) {
    int[] numbers = new int[embedding.size()];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  private static float[] values(Embedding embedding) {
    float[] values = new float[embedding.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = embedding.value(i);
    }
    return values;
  }

  /// The logarithm of the odds; 0 when the model does not work any more.
  double logit(String sentence) {
    return embedder.embed(sentence).map(e -> model.logit(all(e), values(e))).orElse(0.0);
  }
}
