package org.postbag.classifier.text;

import java.util.List;
import java.util.stream.IntStream;

/// Makes vectors: how often a feature occurs, by how much it tells.
public final class Vectorizer {
  /// How a text is put counts for less than what it says.
  private static final float STYLE_NORM = 0.3f;

  private final DocumentFrequencies documentFrequencies;

  public Vectorizer(DocumentFrequencies documentFrequencies) {
    this.documentFrequencies = documentFrequencies;
  }

  public DocumentFrequencies frequencies() {
    return documentFrequencies;
  }

  /// A word's IDF as a share of the greatest there is, 0 to 1.
  public double relativeIdf(String term) {
    return documentFrequencies.idf(FeatureHash.word(term)) / documentFrequencies.maxIdf();
  }

  /// The vector of a text.
  public SparseVector vector(List<Token> tokens) {
    return vectorize(tokens).vector();
  }

  /// The features of a text without their weights, each once: what [DocumentFrequencies#count]
  /// takes.
  public static SparseVector present(List<Token> tokens) {
    return new Vectorizer(NO_FREQUENCIES).vector(tokens);
  }

  private static final DocumentFrequencies NO_FREQUENCIES = DocumentFrequencies.count(List.of());

  /// The vector of a text, and where in the text each part of it stands.
  public VectorizedText vectorize(List<Token> tokens) {
    return new VectorizedText(
        tokens,
        List.of(
            block(FeatureOccurrences.words(tokens, true), 1),
            block(FeatureOccurrences.charNgrams(tokens), 1),
            block(FeatureOccurrences.style(tokens), STYLE_NORM)));
  }

  /// The same by single words alone.
  public VectorizedText vectorizeWords(List<Token> tokens) {
    return new VectorizedText(tokens, List.of(block(FeatureOccurrences.words(tokens, false), 1)));
  }

  private VectorizedText.Block block(FeatureOccurrences occurrences, float norm) {
    int[] features = occurrences.features();
    float[] values = documentFrequencies.idfs(features);
    for (int number = 0; number < values.length; number++) {
      values[number] = (float) (sublinear(occurrences.count(number)) * values[number]);
    }
    scale(values, norm);
    return new VectorizedText.Block(occurrences, features, values);
  }

  /// By how often a feature occurs: each time more adds less.
  private static double sublinear(float count) {
    int whole = (int) count;
    return whole == count && whole < SUBLINEAR.length ? SUBLINEAR[whole] : 1 + Math.log(count);
  }

  /// Of the usual counts it is known: a logarithm takes longer than all else about a feature.
  private static final double[] SUBLINEAR =
      IntStream.range(0, 64).mapToDouble(count -> 1 + Math.log(count)).toArray();

  /// The vector of several texts together, none of them sublinear: a topic's title and keywords.
  /// Only whole words: by its pieces "sorry" would speak for a topic with the keyword "lorry".
  public SparseVector sum(List<Weighted> texts) {
    IntFloatMap words = new IntFloatMap(64);
    for (Weighted text : texts) {
      FeatureOccurrences.words(text.tokens(), true).addTo(words, text.weight());
    }
    return weighted(words);
  }

  /// A text and how much it counts beside others.
  public record Weighted(List<Token> tokens, float weight) {}

  private SparseVector weighted(IntFloatMap sums) {
    int[] features = sums.keys();
    float[] values = new float[features.length];
    for (int i = 0; i < features.length; i++) {
      values[i] = sums.get(features[i]) * documentFrequencies.idf(features[i]);
    }
    return normalised(features, values);
  }

  private static SparseVector normalised(int[] features, float[] values) {
    scale(values, 1);
    return new SparseVector(features, values);
  }

  /// Makes values as long as that, by Euclid, unless all are 0.
  private static void scale(float[] values, float norm) {
    double length = SparseVector.length(values);
    for (int i = 0; length > 0 && i < values.length; i++) {
      values[i] = values[i] / (float) length * norm;
    }
  }
}
