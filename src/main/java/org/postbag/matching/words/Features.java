package org.postbag.matching.words;

import java.util.List;

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

  /// How much a word tells, 0 to 1.
  public double telling(String term) {
    return frequencies.rarity(Occurrences.word(term)) / frequencies.greatestRarity();
  }

  /// The vector of a text.
  public Vector vector(List<Token> tokens) {
    Vector matter = join(block(Occurrences.words(tokens)), block(Occurrences.pieces(tokens)));
    return join(matter, manner(tokens));
  }

  /// The features of a text without their weights, each once: what [Frequencies#count] takes.
  public static Vector present(List<Token> tokens) {
    return new Features(FLAT).vector(tokens);
  }

  private static final Frequencies FLAT = Frequencies.count(List.of());

  private Vector manner(List<Token> tokens) {
    return block(Occurrences.manner(tokens)).times(MANNER_LENGTH);
  }

  private Vector block(Occurrences occurrences) {
    Counts counts = new Counts(occurrences.size());
    occurrences.addTo(counts, 1);
    int[] features = counts.keys();
    float[] values = new float[features.length];
    for (int i = 0; i < features.length; i++) {
      double dampened = 1 + Math.log(counts.get(features[i]));
      values[i] = (float) (dampened * frequencies.rarity(features[i]));
    }
    return normalised(features, values);
  }

  /// Takes the part of a feature's value that stands in one word.
  public interface Spread {
    void visit(int token, int feature, float value);
  }

  /// Calls for each place of each feature of a text, with its part of the feature's value in the
  /// text's vector.
  public void spread(List<Token> tokens, Spread spread) {
    spread(Occurrences.words(tokens), 1, spread);
    spread(Occurrences.pieces(tokens), 1, spread);
    spread(Occurrences.manner(tokens), MANNER_LENGTH, spread);
  }

  private void spread(Occurrences occurrences, float length, Spread spread) {
    Counts counts = new Counts(occurrences.size());
    occurrences.addTo(counts, 1);
    Counts values = new Counts(counts.size());
    block(occurrences).forEach(values::add);
    for (int i = 0; i < occurrences.size(); i++) {
      int feature = occurrences.feature(i);
      float share = occurrences.weight(i) / counts.get(feature);
      spread.visit(occurrences.token(i), feature, values.get(feature) * share * length);
    }
  }

  /// The vector of several texts together, none of them dampened: a topic's title and keywords.
  public Vector sum(List<Weighted> texts) {
    Counts words = new Counts(64);
    Counts pieces = new Counts(512);
    for (Weighted text : texts) {
      Occurrences.words(text.tokens()).addTo(words, text.weight());
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
      values[i] = counts.get(features[i]) * frequencies.rarity(features[i]);
    }
    return normalised(features, values);
  }

  private static Vector normalised(int[] features, float[] values) {
    Vector vector = new Vector(features, values);
    double length = vector.length();
    for (int i = 0; length > 0 && i < values.length; i++) {
      values[i] /= (float) length;
    }
    return vector;
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
