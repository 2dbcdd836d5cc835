package org.postbag.catalog;

import java.util.List;
import java.util.Optional;

/// One file of `config/topics/`.
///
/// @param title what staff call it
/// @param reply the name of its standard reply; empty: recognised, and left to a person
/// @param threshold 0 to 1: below this probability a person decides
/// @param stances the sides that writers take; empty: all get the same reply
public record Topic(
    TopicId id,
    String title,
    Optional<String> reply,
    List<Keyword> keywords,
    double threshold,
    List<Stance> stances) {
  /// The threshold of a topic whose file names none.
  public static final double DEFAULT_THRESHOLD = 0.7;

  /// A topic on which nobody takes sides.
  public Topic(
      TopicId id, String title, Optional<String> reply, List<Keyword> keywords, double threshold) {
    this(id, title, reply, keywords, threshold, List.of());
  }

  public Topic {
    keywords = List.copyOf(keywords);
    stances = List.copyOf(stances);
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a threshold is 0 to 1, not " + threshold);
    }
  }
}
