package org.postbag.past.proposal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postbag.classifier.text.DocumentFrequencies;
import org.postbag.classifier.text.Passage;
import org.postbag.classifier.text.SparseVector;
import org.postbag.classifier.text.Tokenizer;
import org.postbag.classifier.text.Vectorizer;
import org.postbag.past.PastLetter;

/// What the letters to one standard reply say: their vectors, and the sum of these.
final class Profile {
  private static final Vectorizer VECTORIZER = new Vectorizer(DocumentFrequencies.shipped());

  /// The newest ones tell it well enough.
  private static final int MOST_LETTERS = 80;

  private final List<SparseVector> letters;
  private final Map<Integer, Double> sum = new HashMap<>();

  Profile(List<PastLetter> letters) {
    this.letters =
        letters.subList(Math.max(0, letters.size() - MOST_LETTERS), letters.size()).stream()
            .map(Profile::vector)
            .toList();
    this.letters.forEach(letter ->
        letter.forEach((feature, value) -> sum.merge(feature, (double) value, Double::sum)));
  }

  static SparseVector vector(PastLetter letter) {
    Passage passage = new Passage(letter.baseSubject(), letter.ownText(), letter.language());
    return VECTORIZER.vectorizeWords(Tokenizer.of(passage)).vector();
  }

  int size() {
    return letters.size();
  }

  double cosine(Profile other) {
    double dot = 0;
    for (Map.Entry<Integer, Double> one : sum.entrySet()) {
      dot += one.getValue() * other.sum.getOrDefault(one.getKey(), 0.0);
    }
    return dot / Math.max(1e-9, norm(sum) * norm(other.sum));
  }

  /// How many of these letters are more like those of another than like the others of these.
  int confusedWith(Profile other) {
    int confused = 0;
    for (SparseVector letter : letters) {
      confused += other.likeness(letter, false) > likeness(letter, true) ? 1 : 0;
    }
    return confused;
  }

  /// The cosine of a letter and the sum.
  ///
  /// @param own whether it is part of the sum, and to be left out of it
  private double likeness(SparseVector letter, boolean own) {
    double[] dot = {0};
    double[] squares = {norm(sum) * norm(sum)};
    letter.forEach((feature, value) -> {
      double all = sum.getOrDefault(feature, 0.0);
      double others = own ? all - value : all;
      dot[0] += value * others;
      squares[0] += others * others - all * all;
    });
    return dot[0] / Math.sqrt(Math.max(1e-9, squares[0]));
  }

  private static double norm(Map<Integer, Double> vector) {
    return Math.sqrt(vector.values().stream().mapToDouble(value -> value * value).sum());
  }
}
