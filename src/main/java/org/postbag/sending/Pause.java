package org.postbag.sending;

import java.time.Instant;
import java.util.Optional;
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

    /// In one word: `all`, `mailbox:NAME` or `topic:NAME`.
    default String word() {
      return switch (this) {
        case All _ -> "all";
        case Mailbox(String name) -> MAILBOX + name;
        case Topic(TopicId topic) -> TOPIC + topic;
      };
    }

    /// The scope of that word; empty for any other word.
    static Optional<Scope> of(String word) {
      if (word.startsWith(MAILBOX)) {
        return Optional.of(new Mailbox(word.substring(MAILBOX.length())));
      }
      if (word.startsWith(TOPIC) && word.length() > TOPIC.length()) {
        return Optional.of(new Topic(new TopicId(word.substring(TOPIC.length()))));
      }
      return word.equals("all") ? Optional.of(new All()) : Optional.empty();
    }
  }

  private static final String MAILBOX = "mailbox:";
  private static final String TOPIC = "topic:";
}
