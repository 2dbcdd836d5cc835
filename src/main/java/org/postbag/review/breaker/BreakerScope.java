package org.postbag.review.breaker;

import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.email.Address;

/// How far a breaker reaches.
public sealed interface BreakerScope {
  /// The letters and replies of one mailbox.
  record Mailbox(String name) implements BreakerScope {}

  /// The letters and replies about one topic.
  record Topic(TopicId topic) implements BreakerScope {}

  /// The replies to one person.
  ///
  /// @param address as [Address#canonical] gives it
  record Recipient(Address address) implements BreakerScope {
    public Recipient {
      address = address.canonical();
    }
  }

  /// In one word: `mailbox:NAME`, `topic:NAME` or `recipient:ADDRESS`.
  default String word() {
    return switch (this) {
      case Mailbox(String name) -> "mailbox:" + name;
      case Topic(TopicId topic) -> "topic:" + topic;
      case Recipient(Address address) -> "recipient:" + address;
    };
  }

  /// The scope of that word; empty for any other word.
  static Optional<BreakerScope> of(String word) {
    int colon = word.indexOf(':');
    String name = word.substring(colon + 1);
    return switch (word.substring(0, Math.max(0, colon))) {
      case "mailbox" -> Optional.of(new Mailbox(name));
      case "topic" -> Optional.of(new Topic(new TopicId(name)));
      case "recipient" -> Address.parse(name).map(Recipient::new);
      default -> Optional.empty();
    };
  }
}
