package org.postbag.email.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The last step to the visible text: empty lines at both ends go, and so do rulers and notices
/// that end the letter.
final class Paragraphs {
  private Paragraphs() {}

  /// The lines as text, without what only programs put at the end.
  static String trimmed(List<String> lines) {
    String text = lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
    List<String> paragraphs = new ArrayList<>(List.of(text.split("\n{2,}", -1)));
    while (!paragraphs.isEmpty() && isDispensable(paragraphs.getLast())) {
      paragraphs.removeLast();
    }
    return String.join("\n\n", paragraphs).replaceAll("^\n+", "").stripTrailing();
  }

  private static boolean isDispensable(String paragraph) {
    return paragraph.isBlank() || Marker.isRuler(paragraph) || Footer.isDisclaimer(paragraph);
  }
}
