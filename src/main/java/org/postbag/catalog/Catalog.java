package org.postbag.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// All topics and standard replies at one moment; immutable.
public record Catalog(Map<TopicId, Topic> topics, Map<String, StandardReply> replies) {
  public static final Catalog EMPTY = new Catalog(Map.of(), Map.of());

  public Catalog {
    topics = java.util.Collections.unmodifiableMap(new TreeMap<>(topics));
    replies = java.util.Collections.unmodifiableMap(new TreeMap<>(replies));
  }

  /// The same, with an office's rule for drafts of the topics whose files set none.
  public Catalog withDefault(DraftRule rule) {
    Map<TopicId, Topic> ruled = new TreeMap<>();
    topics.forEach((id, topic) -> ruled.put(id, topic.withDefault(rule)));
    return new Catalog(ruled, replies);
  }

  public Optional<Topic> topic(TopicId id) {
    return Optional.ofNullable(topics.get(id));
  }

  /// The standard reply of that name, also one that [#jointReply] gave.
  public Optional<StandardReply> reply(String name) {
    List<String> parts = JointReply.parts(name);
    return replies.containsKey(name) || parts.size() == 1
        ? Optional.ofNullable(replies.get(name))
        : joint(reply(parts.getFirst()), reply(parts.getLast()));
  }

  /// One reply for a letter on two topics: one greeting, both texts, one signature. Empty when one
  /// of them has no reply, there are no languages that both answer, or both have the same.
  public Optional<StandardReply> jointReply(TopicId first, TopicId second) {
    return joint(topic(first).flatMap(this::replyOf), topic(second).flatMap(this::replyOf));
  }

  /// The same for letters in that language.
  public Optional<StandardReply> jointReply(TopicId first, TopicId second, String language) {
    return joint(
        topic(first).flatMap(topic -> replyOf(topic, language)),
        topic(second).flatMap(topic -> replyOf(topic, language)));
  }

  private static Optional<StandardReply> joint(
      Optional<StandardReply> first, Optional<StandardReply> second) {
    return first.flatMap(a ->
        second
            .filter(b -> !a.equals(b))
            .map(b -> JointReply.of(a, b))
            .filter(both -> !both.languages().isEmpty() || a.languages().isEmpty()));
  }

  /// Whether a standard reply is a topic's own, or joint of it and another's.
  public static boolean isOf(Topic topic, String replyName) {
    return JointReply.parts(replyName).stream().anyMatch(topic.replies()::contains);
  }

  /// The standard reply of a topic for letters in that language, if it names one.
  public Optional<StandardReply> replyOf(Topic topic, String language) {
    return topic.reply(language).flatMap(this::reply);
  }

  /// The standard reply of a topic, the first of several, if it names one.
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

  /// The names of all topics and replies.
  public Set<String> names() {
    Set<String> names = new TreeSet<>(replies.keySet());
    topics.keySet().forEach(topic -> names.add(topic.value()));
    return names;
  }

  public Collection<Topic> all() {
    return topics.values();
  }
}
