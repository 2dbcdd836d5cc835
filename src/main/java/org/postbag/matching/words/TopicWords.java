package org.postbag.matching.words;

import java.util.ArrayList;
import java.util.List;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.Topic;

/// A topic's own words as the vector of a text: its title, and its keywords by their weight.
public final class TopicWords {
  private TopicWords() {}

  public static Vector of(Topic topic, Features features, String language) {
    List<Features.Weighted> texts = new ArrayList<>();
    texts.add(new Features.Weighted(Words.of(topic.title(), language), 1));
    for (Keyword keyword : topic.keywords()) {
      if (!keyword.excluded()) {
        List<Token> tokens = Words.of(keyword.text(), language);
        texts.add(new Features.Weighted(tokens, (float) keyword.weight()));
      }
    }
    return features.sum(texts);
  }
}
