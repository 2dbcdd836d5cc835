package org.postbag.matching;

import java.util.Optional;
import java.util.OptionalLong;
import org.postbag.catalog.TopicId;
import org.postbag.matching.words.Passage;

/// A letter whose topic was decided by a person.
///
/// @param topic empty when none of the topics fits
/// @param number the letter's, where it is one of ours
public record Example(Optional<TopicId> topic, Passage letter, OptionalLong number) {
  /// A letter that is not one of ours.
  public Example(Optional<TopicId> topic, Passage letter) {
    this(topic, letter, OptionalLong.empty());
  }
}
