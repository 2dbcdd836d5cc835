package org.postbag.classifier;

import java.util.List;
import java.util.Optional;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.classifier.text.SparseVector;

/// A decided letter.
///
/// @param text its features
/// @param keywords its keyword evidence for each topic
/// @param label its topic, [#NONE] for none of them
/// @param sense what it means, where that is known
public record LabelledText(SparseVector text, List<Double> keywords, int label, Optional<Embedding> sense) {
  /// The number in place of a topic's where there is none, such as for a letter that no topic fits.
  public static final int NONE = -1;

  public LabelledText {
    keywords = List.copyOf(keywords);
  }

  /// The same letter where its topic has another number.
  LabelledText labelled(int other) {
    return new LabelledText(text, keywords, other, sense);
  }
}
