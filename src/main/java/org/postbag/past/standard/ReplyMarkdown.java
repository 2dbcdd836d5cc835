package org.postbag.past.standard;

import java.util.List;
import org.postbag.catalog.Placeholder;
import org.postbag.catalog.TemplateMarks;

/// A standard reply as Markdown: what its writers meant as plain text stays plain.
final class ReplyMarkdown {
  private ReplyMarkdown() {}

  static String letter(boolean greets, List<Piece> pieces) {
    String begin = greets ? braces(Placeholder.SALUTATION) + "," : "";
    String body = text(pieces);
    String end = braces(Placeholder.SIGNATURE);
    return String.join(
        "\n\n", List.of(begin, body, end).stream().filter(part -> !part.isEmpty()).toList());
  }

  static String text(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(text.isEmpty() ? "" : piece.glue()).append(escaped(piece.text()));
    }
    return text.toString();
  }

  private static String braces(Placeholder placeholder) {
    return "{{" + placeholder.word() + "}}";
  }

  private static String escaped(String text) {
    return text.replaceFirst("^[•–*]\\s+", "- ")
        .replaceAll("([\\\\`*_<])", "\\\\$1")
        .replaceFirst("^([#>+])", "\\\\$1");
  }

  /// Whether the text still looks like a template that nobody filled in, which no reply may.
  static boolean isOpen(String text) {
    return !TemplateMarks.in(Placeholder.fill(text, _ -> "")).isEmpty();
  }
}
