package org.postbag.catalog;

import java.util.List;
import java.util.Optional;

/// One file of `config/topics/`.
///
/// @param title what staff call it
/// @param reply the name of its standard reply; empty: recognised, and left to a person
/// @param draftRule when its reply is drafted; empty: as the office's settings say
public record Topic(
    TopicId id,
    String title,
    Optional<String> reply,
    List<Keyword> keywords,
    Optional<DraftRule> draftRule) {
  /// How sure the matcher is to be of a topic where nothing asks for a probability of its own.
  public static final double DEFAULT_THRESHOLD = 0.7;

  public Topic {
    keywords = List.copyOf(keywords);
  }

  /// A topic that no draft rule is set for.
  public Topic(TopicId id, String title, Optional<String> reply, List<Keyword> keywords) {
    this(id, title, reply, keywords, Optional.empty());
  }

  /// A topic with a threshold.
  public Topic(
      TopicId id, String title, Optional<String> reply, List<Keyword> keywords, double threshold) {
    this(id, title, reply, keywords, Optional.of(new DraftRule.Threshold(threshold)));
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
    return draftRule.isPresent() ? this : new Topic(id, title, reply, keywords, Optional.of(rule));
  }
}
