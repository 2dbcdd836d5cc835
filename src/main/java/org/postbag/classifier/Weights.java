package org.postbag.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/// How evidence becomes probability: weights between the topics, and the gate before them.
public record Weights(Fusion fusion, InScopeGate inScopeGate) {
  private static final Properties SHIPPED = load("weights.properties");
  private static final Properties SHIPPED_WITH_MEANING = load("meaning.properties");

  /// For topics without any example.
  public static final Pair FROM_NOTHING = shipped("from-nothing");

  /// With a few examples, until there are enough to fit; what a fit is held near afterwards.
  public static final Pair WITH_EXAMPLES = shipped("with-examples");

  /// Weights for letters by their words, and for letters whose meaning is known as well.
  public record Pair(Weights words, Weights meaning) {
    /// Both as they come out best in trials, held near these.
    Pair fitted(List<ValidationCase> trials, double penalty) {
      List<ValidationCase> byWords = trials.stream().map(ValidationCase::byWords).toList();
      boolean meant = trials.stream().anyMatch(ValidationCase::knowsMeaning);
      return new Pair(
          TopicModel.weights(byWords, words, penalty),
          meant ? TopicModel.weights(CaseWeights.forMeaning(trials), meaning, penalty) : meaning);
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
    return new Pair(shipped(SHIPPED, name), shipped(SHIPPED_WITH_MEANING, name));
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
