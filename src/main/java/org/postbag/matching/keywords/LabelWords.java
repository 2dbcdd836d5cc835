package org.postbag.matching.keywords;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.Topic;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;

/// The stems of each topic's title and keywords, in the language of the letter, without stop words.
/// Safe for several threads.
public final class LabelWords {
  private final List<Topic> topics;
  private final Map<String, List<Set<String>>> terms = new ConcurrentHashMap<>();

  public LabelWords(List<Topic> topics) {
    this.topics = List.copyOf(topics);
  }

  /// Whether a letter has any word of a topic's title or keywords.
  ///
  /// @param topic its number
  /// @param language the letter's
  public boolean anyOf(int topic, List<Token> letter, String language) {
    Set<String> own =
        terms.computeIfAbsent(Tokenizer.languageFor(language), this::termsIn).get(topic);
    return letter.stream().anyMatch(token -> own.contains(token.term()));
  }

  private List<Set<String>> termsIn(String language) {
    return topics.stream().map(topic -> terms(topic, language)).toList();
  }

  private static Set<String> terms(Topic topic, String language) {
    Stream<String> keywords =
        topic.keywords().stream().filter(k -> !k.excluded()).map(Keyword::text);
    return Stream.concat(Stream.of(topic.title()), keywords)
        .flatMap(text -> Tokenizer.of(text, language).stream())
        .filter(token -> !token.stopWord())
        .map(Token::term)
        .collect(Collectors.toUnmodifiableSet());
  }
}
