package org.postbag.matching.words;

import java.util.List;
import java.util.stream.IntStream;

/// Makes vectors: how often a feature occurs, by how much it tells.
public final class Features {
  /// How a text is put counts for less than what it says.
  private static final float MANNER_LENGTH = 0.3f;

  private final Frequencies frequencies;

  public Features(Frequencies frequencies) {
    this.frequencies = frequencies;
  }

  public Frequencies frequencies() {
    return frequencies;
  }

  /// A word's IDF as a share of the greatest there is, 0 to 1.
  public double relativeIdf(String term) {
    return frequencies.idf(FeatureHash.word(term)) / frequencies.greatestIdf();
  }

  /// The vector of a text.
  public Vector vector(List<Token> tokens) {
    return read(tokens).vector();
  }

  /// The features of a text without their weights, each once: what [Frequencies#count] takes.
  public static Vector present(List<Token> tokens) {
    return new Features(FLAT).vector(tokens);
  }

  private static final Frequencies FLAT = Frequencies.count(List.of());

  /// The vector of a text, and where in the text each part of it stands.
  public Reading read(List<Token> tokens) {
    return new Reading(
        tokens,
        List.of(
            block(Occurrences.words(tokens, true), 1),
            block(Occurrences.pieces(tokens), 1),
            block(Occurrences.manner(tokens), MANNER_LENGTH)));
  }

  /// The same by single words alone.
  public Reading readWords(List<Token> tokens) {
    return new Reading(tokens, List.of(block(Occurrences.words(tokens, false), 1)));
  }

  private Reading.Block block(Occurrences occurrences, float length) {
    int[] features = occurrences.features();
    float[] values = frequencies.idfs(features);
    for (int number = 0; number < values.length; number++) {
      values[number] = (float) (dampened(occurrences.count(number)) * values[number]);
    }
    scale(values, length);
    return new Reading.Block(occurrences, features, values);
  }

  /// By how often a feature occurs: each time more adds less.
  private static double dampened(float count) {
    int whole = (int) count;
    return whole == count && whole < DAMPENED.length ? DAMPENED[whole] : 1 + Math.log(count);
  }

  /// Of the usual counts it is known: a logarithm takes longer than all else about a feature.
  private static final double[] DAMPENED =
      IntStream.range(0, 64).mapToDouble(count -> 1 + Math.log(count)).toArray();

  /// The vector of several texts together, none of them dampened: a topic's title and keywords.
  public Vector sum(List<Weighted> texts) {
    Counts words = new Counts(64);
    Counts pieces = new Counts(512);
    for (Weighted text : texts) {
      Occurrences.words(text.tokens(), true).addTo(words, text.weight());
      Occurrences.pieces(text.tokens()).addTo(pieces, text.weight());
    }
    return join(weighted(words), weighted(pieces));
  }

  /// A text and how much it counts beside others.
  public record Weighted(List<Token> tokens, float weight) {}

  private Vector weighted(Counts counts) {
    int[] features = counts.keys();
    float[] values = new float[features.length];
    for (int i = 0; i < features.length; i++) {
      values[i] = counts.get(features[i]) * frequencies.idf(features[i]);
    }
    return normalised(features, values);
  }

  private static Vector normalised(int[] features, float[] values) {
    scale(values, 1);
    return new Vector(features, values);
  }

  /// Makes values as long as that, by Euclid, unless all are 0.
  private static void scale(float[] values, float length) {
    double now = Vector.length(values);
    for (int i = 0; now > 0 && i < values.length; i++) {
      values[i] = values[i] / (float) now * length;
    }
  }

  /// Both in one; their numbers do not meet but by a rare chance, which adds up.
  private static Vector join(Vector words, Vector pieces) {
    int size = words.size() + pieces.size();
    int[] features = new int[size];
    float[] values = new float[size];
    int at = 0;
    int w = 0;
    int p = 0;
    while (w < words.size() || p < pieces.size()) {
      boolean word =
          p == pieces.size() || (w < words.size() && words.feature(w) <= pieces.feature(p));
      features[at] = word ? words.feature(w) : pieces.feature(p);
      values[at++] = word ? words.value(w++) : pieces.value(p++);
    }
    return new Vector(features, values);
  }
}
