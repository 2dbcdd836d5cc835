package org.postbag.matching.index;

import org.postbag.catalog.TopicId;
import org.postbag.matching.campaign.Shingles;
import org.postbag.matching.words.Passage;

/// A decided letter that reads like another.
///
/// @param topic the one that a person gave it
/// @param runs its runs of words
public record Neighbour(long letter, TopicId topic, Shingles runs) {
  /// One whose text is at hand.
  public Neighbour(long letter, TopicId topic, Passage text) {
    this(letter, topic, Shingles.of(text));
  }
}
