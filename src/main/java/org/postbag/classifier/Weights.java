package org.postbag.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/// What turns evidence into probabilities: the fusion weights between the labels, and the
/// out-of-scope gate.
public record Weights(Fusion fusion, InScopeGate inScopeGate) {
  private static final Properties SHIPPED = load("weights.properties");
  private static final Properties SHIPPED_WITH_EMBEDDING = load("meaning.properties");

  /// The shipped weights for labels without any example.
  public static final Pair WITHOUT_EXAMPLES = shipped("from-nothing");

  /// The shipped weights for a few examples, and the prior of a fit once there are enough.
  public static final Pair WITH_EXAMPLES = shipped("with-examples");

  /// The weights for texts with and without an embedding.
  ///
  /// @param words for texts without one
  public record Pair(Weights words, Weights withEmbedding) {
    /// Fits both on held-out cases, with a penalty on leaving these weights.
    Pair fitted(List<ValidationCase> cases, double penalty) {
      List<ValidationCase> textCases =
          cases.stream().map(ValidationCase::withoutEmbedding).toList();
      boolean withEmbeddings = cases.stream().anyMatch(ValidationCase::hasEmbedding);
      return new Pair(
          TopicModel.weights(textCases, words, penalty),
          withEmbeddings
              ? TopicModel.weights(CaseWeights.forEmbeddings(cases), withEmbedding, penalty)
              : withEmbedding);
    }
  }

  private static Properties load(String resource) {
    Properties properties = new Properties();
    try (InputStream in = Weights.class.getResourceAsStream(resource)) {
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped weights cannot be read", e);
    }
  }

  private static Pair shipped(String name) {
    return new Pair(shipped(SHIPPED, name), shipped(SHIPPED_WITH_EMBEDDING, name));
  }

  private static Weights shipped(Properties from, String name) {
    return new Weights(
        Fusion.of(numbers(from, name + ".fusion")), InScopeGate.of(numbers(from, name + ".gate")));
  }

  private static double[] numbers(Properties from, String key) {
    String[] parts = from.getProperty(key, "").split(" ", -1);
    return Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
  }
}
