package org.postbag.matching;

import java.util.Optional;
import java.util.OptionalLong;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.classifier.text.Passage;

/// A letter whose topic was decided by a person.
///
/// @param topic empty when none of the topics fits
/// @param number the letter's, where it is one of ours
/// @param embedding of its text, where it has been computed
public record Example(
    Optional<TopicId> topic, Passage letter, OptionalLong number, Optional<Embedding> embedding) {
  /// In place of a letter's number where it is not one of ours.
  public static final long UNNUMBERED = -1;

  /// A letter of ours.
  public Example(Optional<TopicId> topic, Passage letter, OptionalLong number) {
    this(topic, letter, number, Optional.empty());
  }

  /// A letter that is not one of ours.
  public Example(Optional<TopicId> topic, Passage letter) {
    this(topic, letter, OptionalLong.empty());
  }

  /// The same when it is known what it means.
  public Example withEmbedding(Optional<Embedding> embedding) {
    return new Example(topic, letter, number, embedding);
  }
}
