package org.postbag.sending;

import java.util.stream.Collectors;

/// The quoted letter below a reply, as plain text and as HTML. It is a stranger's text: every mark
/// of HTML in it is written out, and nothing in it is read as Markdown.
final class Quotation {
  private Quotation() {}

  /// The first line, which is ours, and the others behind `> `, as RFC 3676 §4.5 has it.
  static String text(String quote) {
    return quote.isEmpty()
        ? ""
        : "\n\n"
            + first(quote)
            + "\n\n"
            + words(quote).lines().map(Quotation::quoted).collect(Collectors.joining("\n"));
  }

  private static String quoted(String line) {
    return line.isEmpty() || line.startsWith(">") ? ">" + line : "> " + line;
  }

  static String html(String quote) {
    return quote.isEmpty()
        ? ""
        : "\n<p>"
            + escaped(first(quote))
            + "</p>\n<blockquote>"
            + words(quote).lines().map(Quotation::escaped).collect(Collectors.joining("<br>\n"))
            + "</blockquote>";
  }

  private static String first(String quote) {
    return quote.lines().findFirst().orElse("");
  }

  private static String words(String quote) {
    return quote.lines().skip(1).collect(Collectors.joining("\n"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
