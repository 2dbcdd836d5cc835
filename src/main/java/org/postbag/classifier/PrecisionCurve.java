package org.postbag.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.TreeMap;

/// From which probability on predictions are right as often as asked, by predictions on texts that
/// the model was not trained on.
///
/// @param lines the least such probability for each share asked; infinite where no number of
///   predictions shows it
public record PrecisionCurve(NavigableMap<Double, Double> lines) {
  /// The shares that a line is kept for; one between them gets that of the next greater.
  static final List<Double> SHARES = List.of(0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995);

  /// No prediction is sure enough.
  static final PrecisionCurve NOTHING = new PrecisionCurve(new TreeMap<>());

  /// The standard errors that the observed share must lie above the one asked: one-sided 84 %. With
  /// none wrong, 0.98 is shown by 49 predictions.
  private static final double STANDARD_ERRORS = 1;

  private static final double ROUNDING = 1e-9;

  /// A prediction on a text that was held out.
  ///
  /// @param probability of the predicted label
  /// @param right 1 for a right one, 0 for a wrong one, or how far it was right
  /// @param weight for how many texts it stands
  public record Outcome(double probability, double right, double weight) {}

  /// The lines below and above which `outcomes` lie.
  public static PrecisionCurve of(List<Outcome> outcomes) {
    List<Outcome> best = new ArrayList<>(outcomes);
    best.sort(Comparator.comparingDouble(Outcome::probability).reversed());
    NavigableMap<Double, Double> lines = new TreeMap<>();
    for (double share : SHARES) {
      lines.put(share, line(best, share));
    }
    return new PrecisionCurve(lines);
  }

  private static double line(List<Outcome> best, double share) {
    double line = Double.POSITIVE_INFINITY;
    double right = 0;
    double all = 0;
    for (int i = 0; i < best.size(); i++) {
      Outcome outcome = best.get(i);
      right += outcome.right * outcome.weight;
      all += outcome.weight;
      boolean tied = i + 1 < best.size() && best.get(i + 1).probability == outcome.probability;
      if (!tied && lowerBound(right, all) >= share - ROUNDING) {
        line = outcome.probability;
      }
    }
    return line;
  }

  /// Wilson's lower confidence bound of a share.
  static double lowerBound(double right, double all) {
    double square = STANDARD_ERRORS * STANDARD_ERRORS;
    double share = right / all;
    double spread =
        STANDARD_ERRORS * Math.sqrt(share * (1 - share) / all + square / (4 * all * all));
    return (share + square / (2 * all) - spread) / (1 + square / all);
  }

  /// The least probability with which predictions are right as often as asked.
  public double line(double share) {
    Map.Entry<Double, Double> next = lines.ceilingEntry(share);
    return next == null ? Double.POSITIVE_INFINITY : next.getValue();
  }

  /// How often predictions from that probability on are right, at least.
  ///
  /// @return the greatest share that this is shown for; empty when not even the least is
  public OptionalDouble share(double probability) {
    return lines.entrySet().stream()
        .filter(line -> line.getValue() <= probability)
        .mapToDouble(Map.Entry::getKey)
        .max();
  }

  /// As they are shipped.
  ///
  /// @param name that their keys begin with
  public List<String> lines(String name) {
    return SHARES.stream()
        .filter(share -> Double.isFinite(line(share)))
        .map(share -> String.format(Locale.ROOT, "%s.%s=%.3f", name, share, line(share)))
        .toList();
  }

  /// For texts with and without an embedding.
  public record Pair(PrecisionCurve words, PrecisionCurve withEmbedding) {
    static final Pair NOTHING = new Pair(PrecisionCurve.NOTHING, PrecisionCurve.NOTHING);

    /// The lines of the shipped weights, on the registers that they are shipped for.
    public static final Pair SHIPPED = load();

    private static Pair load() {
      Properties properties = new Properties();
      try (InputStream in = PrecisionCurve.class.getResourceAsStream("lines.properties")) {
        properties.load(in);
        return new Pair(curve(properties, "words"), curve(properties, "meaning"));
      } catch (IOException e) {
        throw new UncheckedIOException("the shipped lines cannot be read", e);
      }
    }

    private static PrecisionCurve curve(Properties from, String name) {
      NavigableMap<Double, Double> lines = new TreeMap<>();
      for (double share : SHARES) {
        lines.put(share, Double.parseDouble(from.getProperty(name + "." + share, "Infinity")));
      }
      return new PrecisionCurve(lines);
    }
  }
}
