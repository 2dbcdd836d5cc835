package org.postbag.classifier;

import java.util.List;
import java.util.Optional;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.classifier.text.SparseVector;

/// A training example.
///
/// @param text its feature vector
/// @param keywords its keyword evidence for each label, in label order
/// @param label the index of its label, [#NONE] for out of scope
/// @param embedding its embedding, if a sentence model was available
public record LabelledText(
    SparseVector text, List<Double> keywords, int label, Optional<Embedding> embedding) {
  /// The index that stands for "no label", such as that of an out-of-scope text.
  public static final int NONE = -1;

  public LabelledText {
    keywords = List.copyOf(keywords);
  }

  /// The same example where its label has another index.
  LabelledText withLabel(int other) {
    return new LabelledText(text, keywords, other, embedding);
  }
}
