package org.postbag.web.desk.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicFields;
import org.postbag.catalog.TopicText;
import org.springframework.util.MultiValueMap;

/// What was sent of a topic: the fields of the form, or the file as a text.
///
/// @param seen the hash of the file that the page showed; empty for a new one
/// @param raw the file as a text, where it was changed as such
record TopicForm(Optional<String> seen, Optional<String> raw, TopicFields fields) {
  static TopicForm of(MultiValueMap<String, String> sent) {
    return new TopicForm(
        FormText.of(sent, "seen"),
        Optional.ofNullable(sent.getFirst("text")).map(FormText::lines),
        new TopicFields(
            FormText.of(sent, "title").orElse(""),
            FormText.of(sent, "reply"),
            keywords(sent),
            rule(sent)));
  }

  /// Rows without a word are empty rows of the form.
  private static List<TopicFields.Line> keywords(MultiValueMap<String, String> sent) {
    List<String> words = sent.getOrDefault("keyword", List.of());
    List<String> weights = sent.getOrDefault("weight", List.of());
    List<TopicFields.Line> lines = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).strip();
      String weight = i < weights.size() ? weights.get(i).strip() : "";
      if (!word.isEmpty()) {
        lines.add(new TopicFields.Line(word, weight));
      }
    }
    return lines;
  }

  private static Optional<TopicFields.Rule> rule(MultiValueMap<String, String> sent) {
    Optional<String> key =
        FormText.of(sent, "rule")
            .filter(List.of(TopicFields.Rule.DRAFTS_RIGHT, TopicFields.Rule.THRESHOLD)::contains);
    return key.flatMap(
        k -> FormText.of(sent, "number").map(number -> new TopicFields.Rule(k, number)));
  }

  /// The file as it is to be.
  ///
  /// @param now what stands in it
  String text(Optional<String> now) {
    return raw.orElseGet(() ->
        now.map(text -> TopicText.of(text).map(file -> file.with(fields)).orElse(text))
            .orElseGet(() -> TopicText.fresh(fields)));
  }
}
