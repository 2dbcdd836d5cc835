package org.postbag.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All topics and standard replies at one moment; immutable.
public record Catalog(Map<TopicId, Topic> topics, Map<String, StandardReply> replies) {
  public static final Catalog EMPTY = new Catalog(Map.of(), Map.of());

  public Catalog {
    topics = java.util.Collections.unmodifiableMap(new TreeMap<>(topics));
    replies = java.util.Collections.unmodifiableMap(new TreeMap<>(replies));
  }

  public Optional<Topic> topic(TopicId id) {
    return Optional.ofNullable(topics.get(id));
  }

  public Optional<StandardReply> reply(String name) {
    return Optional.ofNullable(replies.get(name));
  }

  /// The standard reply of a topic, if it names one.
  public Optional<StandardReply> replyOf(Topic topic) {
    return topic.reply().flatMap(this::reply);
  }

  public Collection<Topic> all() {
    return topics.values();
  }
}
