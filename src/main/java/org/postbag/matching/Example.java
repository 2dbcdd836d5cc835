package org.postbag.matching;

import java.util.Optional;
import java.util.OptionalLong;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.classifier.text.Passage;

/// A letter whose topic a person decided: a training example.
///
/// @param topic empty when none of the topics fits
/// @param number the letter's number; empty for a text from elsewhere
/// @param embedding of its text, where it has been computed
public record Example(
    Optional<TopicId> topic, Passage letter, OptionalLong number, Optional<Embedding> embedding) {
  /// Stands for the number of a text that is not a stored letter.
  public static final long UNNUMBERED = -1;

  /// A stored letter.
  public Example(Optional<TopicId> topic, Passage letter, OptionalLong number) {
    this(topic, letter, number, Optional.empty());
  }

  /// A text that is not a stored letter.
  public Example(Optional<TopicId> topic, Passage letter) {
    this(topic, letter, OptionalLong.empty());
  }

  /// The same with its embedding.
  public Example withEmbedding(Optional<Embedding> embedding) {
    return new Example(topic, letter, number, embedding);
  }
}
