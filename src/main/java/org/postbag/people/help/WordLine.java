package org.postbag.people.help;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;

/// A line of words in `config/needs-help.yaml` that stand near each other in one sentence, in any
/// order: `landlord evict|throw <me>`.
///
/// @param text as it stands in the file
/// @param line in the file, from 1
/// @param elements each has to be there
record WordLine(String text, int line, List<Element> elements) {
  /// @param phrases one of them has to be there
  record Element(List<Phrase> phrases) {}

  /// Words side by side in this order.
  record Phrase(List<Part> parts) {}

  /// @param prefix true where a word only has to begin so
  record Part(String term, boolean prefix) {}

  /// Reads a line of a class's words.
  ///
  /// @param groups what `<name>` stands for
  /// @return empty where a word of it cannot be looked for
  static Optional<WordLine> parse(
      String text, int line, Map<String, List<String>> groups, Wording wording) {
    List<Element> elements =
        Arrays.stream(text.strip().split("\\s+")).map(e -> element(e, groups, wording)).toList();
    boolean empty = elements.stream().anyMatch(element -> element.phrases.isEmpty());
    return empty ? Optional.empty() : Optional.of(new WordLine(text, line, elements));
  }

  private static Element element(String text, Map<String, List<String>> groups, Wording wording) {
    return new Element(
        Arrays.stream(text.split("\\|"))
            .flatMap(choice -> groups.getOrDefault(choice, List.of(choice)).stream())
            .map(choice -> phrase(choice, wording))
            .filter(phrase -> !phrase.parts.isEmpty())
            .distinct()
            .toList());
  }

  private static Phrase phrase(String text, Wording wording) {
    return new Phrase(
        Arrays.stream(text.split("\\+")).flatMap(word -> parts(word, wording).stream()).toList());
  }

  private static List<Part> parts(String word, Wording wording) {
    if (word.startsWith("#")) {
      return List.of(new Part(word, false));
    }
    List<Token> tokens = Tokenizer.of(word, wording.language());
    if (word.endsWith("*") && tokens.size() == 1) {
      wording.known(tokens.getFirst());
      return List.of(new Part(tokens.getFirst().surface(), true));
    }
    return tokens.stream().map(token -> new Part(wording.known(token), false)).toList();
  }
}
