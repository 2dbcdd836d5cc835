package org.postbag.catalog;

import java.util.List;
import java.util.Optional;

/// One file of `config/topics/`.
///
/// @param title what staff call it
/// @param reply the name of its standard reply; empty: recognised, and left to a person
/// @param threshold 0 to 1: below this probability a person decides
public record Topic(
    TopicId id, String title, Optional<String> reply, List<Keyword> keywords, double threshold) {
  /// The threshold of a topic whose file names none.
  public static final double DEFAULT_THRESHOLD = 0.7;

  public Topic {
    keywords = List.copyOf(keywords);
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a threshold is 0 to 1, not " + threshold);
    }
  }
}
