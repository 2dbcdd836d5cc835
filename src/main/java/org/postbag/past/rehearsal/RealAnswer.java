package org.postbag.past.rehearsal;

import org.postbag.catalog.TopicId;

/// What an office really sent in answer to a letter.
public sealed interface RealAnswer {
  /// The standard reply of a topic.
  record OfTopic(TopicId topic) implements RealAnswer {}

  /// A standard text that none of the topics has.
  record OtherText() implements RealAnswer {}

  /// Words for this letter alone.
  record ByHand() implements RealAnswer {}

  /// Nothing that is known of.
  record Nothing() implements RealAnswer {}
}
