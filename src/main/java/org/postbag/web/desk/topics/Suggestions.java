package org.postbag.web.desk.topics;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postbag.catalog.TopicFields;
import org.postbag.search.TellingWord;

/// Words that could be keywords, without those that are.
final class Suggestions {
  private static final int MOST = 12;

  private Suggestions() {}

  /// @param title how many letters have it, for a label
  record Suggestion(String text, String title) {}

  static List<Suggestion> of(List<TellingWord> words, Optional<TopicFields> fields) {
    Set<String> known =
        fields.map(TopicFields::keywords).orElse(List.of()).stream()
            .map(line -> plain(line.text()))
            .collect(Collectors.toSet());
    return words.stream()
        .filter(word -> !known.contains(word.text()))
        .limit(MOST)
        .map(word ->
            new Suggestion(
                word.text(),
                "in %d of these letters, in %d of all".formatted(word.in(), word.all())))
        .toList();
  }

  private static String plain(String keyword) {
    return keyword.toLowerCase(Locale.ROOT).replaceAll("^-|^(subject|text):|[\"*]", "");
  }
}
