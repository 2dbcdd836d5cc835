package org.postbag.classifier.text;

import java.util.List;
import java.util.stream.IntStream;

/// Makes vectors: how often a feature occurs, by how much it tells.
public final class Vectorizer {
  /// How a text is put counts for less than what it says.
  private static final float MANNER_LENGTH = 0.3f;

  private final DocumentFrequencies documentFrequencies;

  public Vectorizer(DocumentFrequencies documentFrequencies) {
    this.documentFrequencies = documentFrequencies;
  }

  public DocumentFrequencies frequencies() {
    return documentFrequencies;
  }

  /// A word's IDF as a share of the greatest there is, 0 to 1.
  public double relativeIdf(String term) {
    return documentFrequencies.idf(FeatureHash.word(term)) / documentFrequencies.greatestIdf();
  }

  /// The vector of a text.
  public SparseVector vector(List<Token> tokens) {
    return read(tokens).vector();
  }

  /// The features of a text without their weights, each once: what [DocumentFrequencies#count] takes.
  public static SparseVector present(List<Token> tokens) {
    return new Vectorizer(FLAT).vector(tokens);
  }

  private static final DocumentFrequencies FLAT = DocumentFrequencies.count(List.of());

  /// The vector of a text, and where in the text each part of it stands.
  public VectorizedText read(List<Token> tokens) {
    return new VectorizedText(
        tokens,
        List.of(
            block(FeatureOccurrences.words(tokens, true), 1),
            block(FeatureOccurrences.pieces(tokens), 1),
            block(FeatureOccurrences.manner(tokens), MANNER_LENGTH)));
  }

  /// The same by single words alone.
  public VectorizedText readWords(List<Token> tokens) {
    return new VectorizedText(tokens, List.of(block(FeatureOccurrences.words(tokens, false), 1)));
  }

  private VectorizedText.Block block(FeatureOccurrences featureOccurrences, float length) {
    int[] features = featureOccurrences.features();
    float[] values = documentFrequencies.idfs(features);
    for (int number = 0; number < values.length; number++) {
      values[number] = (float) (dampened(featureOccurrences.count(number)) * values[number]);
    }
    scale(values, length);
    return new VectorizedText.Block(featureOccurrences, features, values);
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
  public SparseVector sum(List<Weighted> texts) {
    IntFloatMap words = new IntFloatMap(64);
    IntFloatMap pieces = new IntFloatMap(512);
    for (Weighted text : texts) {
      FeatureOccurrences.words(text.tokens(), true).addTo(words, text.weight());
      FeatureOccurrences.pieces(text.tokens()).addTo(pieces, text.weight());
    }
    return join(weighted(words), weighted(pieces));
  }

  /// A text and how much it counts beside others.
  public record Weighted(List<Token> tokens, float weight) {}

  private SparseVector weighted(IntFloatMap intFloatMap) {
    int[] features = intFloatMap.keys();
    float[] values = new float[features.length];
    for (int i = 0; i < features.length; i++) {
      values[i] = intFloatMap.get(features[i]) * documentFrequencies.idf(features[i]);
    }
    return normalised(features, values);
  }

  private static SparseVector normalised(int[] features, float[] values) {
    scale(values, 1);
    return new SparseVector(features, values);
  }

  /// Makes values as long as that, by Euclid, unless all are 0.
  private static void scale(float[] values, float length) {
    double now = SparseVector.length(values);
    for (int i = 0; now > 0 && i < values.length; i++) {
      values[i] = values[i] / (float) now * length;
    }
  }

  /// Both in one; their numbers do not meet but by a rare chance, which adds up.
  private static SparseVector join(SparseVector words, SparseVector pieces) {
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
    return new SparseVector(features, values);
  }
}
