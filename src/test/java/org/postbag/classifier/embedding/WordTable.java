package org.postbag.classifier.embedding;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.postbag.classifier.text.DocumentFrequencies;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;
import org.postbag.classifier.text.Vectorizer;

/// A fixed vector for each word, in place of a model that reads the sentence: what the model makes
/// of the word alone, less what all words have in common. A text is their sum, the frequent ones
/// counting less (smooth inverse frequency, Arora et al. 2017).
public final class WordTable implements SentenceModel {
  /// Where a word counts half: one in a thousand.
  private static final double USUAL_SHARE = 0.001;

  /// Words in a text that the shipped frequencies were counted on.
  private static final double WORDS_OF_A_TEXT = 150;

  private final Map<String, float[]> vectors = new HashMap<>();
  private final Vectorizer vectorizer = new Vectorizer(DocumentFrequencies.shipped());
  private final float[] common;

  /// @param words at least one, in small letters
  public WordTable(SentenceModel teacher, Collection<String> words) {
    for (String word : words) {
      Embedding embedding = teacher.embed(word);
      float[] vector = new float[embedding.size()];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = embedding.value(i);
      }
      vectors.put(word, vector);
    }
    common = new float[vectors.values().iterator().next().length];
    vectors.values().forEach(vector -> add(common, vector, 1f / vectors.size()));
    vectors.values().forEach(vector -> add(vector, common, -1));
  }

  @Override
  public String name() {
    return "words";
  }

  @Override
  public Embedding embed(String text) {
    float[] sum = new float[common.length];
    for (Token token : Tokenizer.of(text, "en")) {
      float[] vector = vectors.get(token.surface());
      if (vector != null) {
        add(sum, vector, weight(token));
      }
    }
    return Embedding.of(sum);
  }

  private float weight(Token token) {
    double rarity = vectorizer.relativeIdf(token.term()) * DocumentFrequencies.shipped().maxIdf();
    double share = Math.exp(-rarity) / WORDS_OF_A_TEXT;
    return (float) (USUAL_SHARE / (USUAL_SHARE + share));
  }

  private static void add(float[] to, float[] vector, float times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * vector[i];
    }
  }
}
