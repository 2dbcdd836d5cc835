package org.postbag.matching.learned;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Properties;

/// How evidence becomes probability: weights between the topics, and the gate before them.
public record Weights(Fusion fusion, Gate gate) {
  private static final String RESOURCE = "weights.properties";
  private static final Properties SHIPPED = load();

  /// For topics without any example.
  public static final Weights FROM_NOTHING = shipped("from-nothing");

  /// With a few examples, until there are enough to fit; what a fit is held near afterwards.
  public static final Weights WITH_EXAMPLES = shipped("with-examples");

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream in = Weights.class.getResourceAsStream(RESOURCE)) {
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped weights cannot be read", e);
    }
  }

  private static Weights shipped(String name) {
    double[] fusion = numbers(name + ".fusion");
    return new Weights(Fusion.of(fusion), Gate.of(numbers(name + ".gate")));
  }

  private static double[] numbers(String key) {
    String[] parts = SHIPPED.getProperty(key, "").split(" ", -1);
    return Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
  }
}
