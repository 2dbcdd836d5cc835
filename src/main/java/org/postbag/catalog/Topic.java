package org.postbag.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One file of `config/topics/`.
///
/// @param title what staff call it
/// @param reply the name of its standard reply, the first of several; empty: recognised, and left
///   to a person
/// @param draftRule when its reply is drafted; empty: as the office's settings say
/// @param stances the sides that writers take; empty: all get the same reply
/// @param byLanguage the names of its standard replies by the language of the letter, ISO 639-1;
///   empty: all letters get the same one
public record Topic(
    TopicId id,
    String title,
    Optional<String> reply,
    List<Keyword> keywords,
    Optional<DraftRule> draftRule,
    List<Stance> stances,
    Map<String, String> byLanguage) {
  /// How sure the matcher is to be of a topic where nothing asks for a probability of its own.
  public static final double DEFAULT_THRESHOLD = 0.7;

  /// A topic with a threshold, on which nobody takes sides.
  public Topic(
      TopicId id, String title, Optional<String> reply, List<Keyword> keywords, double threshold) {
    this(id, title, reply, keywords, Optional.of(new DraftRule.Threshold(threshold)), List.of());
  }

  /// A topic that answers letters of all languages in the same way.
  public Topic(
      TopicId id,
      String title,
      Optional<String> reply,
      List<Keyword> keywords,
      Optional<DraftRule> draftRule,
      List<Stance> stances) {
    this(id, title, reply, keywords, draftRule, stances, Map.of());
  }

  public Topic {
    keywords = List.copyOf(keywords);
    stances = List.copyOf(stances);
    byLanguage = Map.copyOf(byLanguage);
  }

  /// A topic that no draft rule is set for.
  public Topic(TopicId id, String title, Optional<String> reply, List<Keyword> keywords) {
    this(id, title, reply, keywords, Optional.empty(), List.of());
  }

  /// The name of its standard reply for letters in that language.
  ///
  /// @param language ISO 639-1; `und` when it cannot be told
  public Optional<String> reply(String language) {
    return byLanguage.isEmpty() ? reply : Optional.ofNullable(byLanguage.get(language));
  }

  /// The names of all its standard replies.
  public Set<String> replies() {
    return Stream.concat(reply.stream(), byLanguage.values().stream()).collect(Collectors.toSet());
  }

  /// The threshold that its file sets, [#DEFAULT_THRESHOLD] when it sets none.
  public double threshold() {
    return draftRule
        .map(rule ->
            switch (rule) {
              case DraftRule.Threshold(double probability) -> probability;
              case DraftRule.DraftsRight _ -> DEFAULT_THRESHOLD;
            })
        .orElse(DEFAULT_THRESHOLD);
  }

  /// The same topic, with an office's rule where its file sets none.
  public Topic withDefault(DraftRule rule) {
    return draftRule.isPresent()
        ? this
        : new Topic(id, title, reply, keywords, Optional.of(rule), stances, byLanguage);
  }
}
