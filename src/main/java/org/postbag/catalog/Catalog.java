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

  /// This catalog after another reading: the files without errors are as they are now, those with
  /// errors as they were here.
  Catalog renewedBy(CatalogReader.Reading reading) {
    Map<TopicId, Topic> newTopics = new TreeMap<>(reading.catalog().topics());
    reading
        .faultyTopics()
        .forEach(id -> topic(id).ifPresent(topic -> newTopics.putIfAbsent(id, topic)));
    Map<String, StandardReply> newReplies = new TreeMap<>(reading.catalog().replies());
    reading
        .faultyReplies()
        .forEach(name -> reply(name).ifPresent(reply -> newReplies.putIfAbsent(name, reply)));
    return new Catalog(newTopics, newReplies);
  }

  public Collection<Topic> all() {
    return topics.values();
  }
}
