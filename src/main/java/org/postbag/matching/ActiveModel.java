package org.postbag.matching;

import java.util.List;
import org.postbag.catalog.Catalog;
import org.postbag.matching.training.TrainingMemory;
import org.postbag.search.TopicIndex;

/// What letters are matched by at one moment, replaced as a whole.
///
/// @param catalog the topics in force
/// @param examples the decided letters that the matcher was trained on
/// @param matcher made from both
/// @param topics the topics for full-text search
record ActiveModel(
    Catalog catalog, List<Example> examples, TopicMatcher matcher, TopicIndex topics) {
  ActiveModel(Catalog catalog, List<Example> examples, TopicMatcher matcher) {
    this(catalog, List.copyOf(examples), matcher, new TopicIndex(catalog));
  }

  /// How many decided letters, the newest ones, may be used for training.
  int maxExamples() {
    return TrainingMemory.maxLetters(catalog.all().size(), Runtime.getRuntime().maxMemory());
  }

  /// The same model for a changed catalog, without training: topics that remain keep what was
  /// learned.
  ActiveModel carriedOver(Catalog next) {
    return new ActiveModel(next, examples, matcher.carriedOver(next));
  }
}
