package org.postbag.catalog;

import java.util.List;
import java.util.Optional;

/// One file of `config/topics/`.
///
/// @param title what staff call it
/// @param reply the name of its standard reply; empty: recognised, and left to a person
/// @param draftRule when its reply is drafted; empty: as the office's settings say
/// @param stances the sides that writers take; empty: all get the same reply
public record Topic(
    TopicId id,
    String title,
    Optional<String> reply,
    List<Keyword> keywords,
    Optional<DraftRule> draftRule,
    List<Stance> stances) {
  /// How sure the matcher is to be of a topic where nothing asks for a probability of its own.
  public static final double DEFAULT_THRESHOLD = 0.7;

  /// A topic with a threshold, on which nobody takes sides.
  public Topic(
      TopicId id, String title, Optional<String> reply, List<Keyword> keywords, double threshold) {
    this(id, title, reply, keywords, Optional.of(new DraftRule.Threshold(threshold)), List.of());
  }

  public Topic {
    keywords = List.copyOf(keywords);
    stances = List.copyOf(stances);
  }

  /// A topic that no draft rule is set for.
  public Topic(TopicId id, String title, Optional<String> reply, List<Keyword> keywords) {
    this(id, title, reply, keywords, Optional.empty(), List.of());
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
        : new Topic(id, title, reply, keywords, Optional.of(rule), stances);
  }
}
