package org.postbag.matching.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.Topic;

/// The words of each topic's title and keywords, in the stems of one language; those that tell
/// nothing by themselves are none of them.
public final class OwnWords {
  private final List<Set<String>> terms = new ArrayList<>();

  public OwnWords(List<Topic> topics, String language) {
    for (Topic topic : topics) {
      Stream<String> keywords =
          topic.keywords().stream().filter(k -> !k.excluded()).map(Keyword::text);
      terms.add(
          Stream.concat(Stream.of(topic.title()), keywords)
              .flatMap(text -> Words.of(text, language).stream())
              .filter(token -> !token.stopWord())
              .map(Token::term)
              .collect(Collectors.toUnmodifiableSet()));
    }
  }

  /// Whether any word of a letter is one of a topic's own.
  public boolean anyOf(int topic, List<Token> letter) {
    Set<String> own = terms.get(topic);
    return letter.stream().anyMatch(token -> own.contains(token.term()));
  }
}
