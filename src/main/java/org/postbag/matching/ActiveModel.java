package org.postbag.matching;

import java.util.List;
import org.postbag.catalog.Catalog;
import org.postbag.matching.training.TrainingMemory;
import org.postbag.search.TopicIndex;

/// What letters are matched by at one moment.
///
/// @param catalog the topics in force
/// @param examples what was learned from
/// @param matcher what came of both
/// @param topics the topics, to be found by words
record ActiveModel(Catalog catalog, List<Example> examples, TopicMatcher matcher, TopicIndex topics) {
  ActiveModel(Catalog catalog, List<Example> examples, TopicMatcher matcher) {
    this(catalog, List.copyOf(examples), matcher, new TopicIndex(catalog));
  }

  /// The newest decided letters that are learned from for these topics.
  int maxExamples() {
    return TrainingMemory.maxLetters(catalog.all().size(), Runtime.getRuntime().maxMemory());
  }

  /// For other topics, with what was learned about those that stay.
  ActiveModel carriedOver(Catalog next) {
    return new ActiveModel(next, examples, matcher.carriedOver(next));
  }
}
