package org.postbag.sending;

import java.time.Instant;
import org.postbag.catalog.TopicId;

/// What a person has stopped from leaving.
///
/// @param since when
/// @param actor who
public record Pause(Scope scope, Instant since, String actor) {
  /// How far it reaches.
  public sealed interface Scope {
    /// Everything.
    record All() implements Scope {}

    /// The replies of one mailbox.
    record Mailbox(String name) implements Scope {}

    /// The replies about one topic.
    record Topic(TopicId topic) implements Scope {}
  }
}
