package org.postbag.catalog;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/// Turns a standard reply's Markdown into the two forms that a letter carries: text that reads well
/// by itself, and simple HTML.
///
/// The values of placeholders are put into the parsed document as text, so that nothing in them can
/// become Markdown or HTML. Raw HTML in the Markdown is shown, not obeyed; images become links. A
/// line break in the file is a line break in the letter.
public final class Markdown {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto", "tel")))
          .softbreak("<br>\n")
          .build();

  private Markdown() {}

  /// The letter as plain text: `\n` between lines, an empty line between paragraphs, none at the
  /// end. A placeholder without a value stays as it is.
  public static String text(String markdown, Map<Placeholder, String> values) {
    return PlainText.of(filled(markdown, values));
  }

  /// The letter as a fragment of HTML, without `<html>` and `<body>`.
  public static String html(String markdown, Map<Placeholder, String> values) {
    return HTML.render(filled(markdown, values)).strip();
  }

  private static Node filled(String markdown, Map<Placeholder, String> values) {
    Node document = PARSER.parse(markdown);
    document.accept(new Filling(values));
    return document;
  }

  private static final class Filling extends AbstractVisitor {
    private final Map<Placeholder, String> values;

    Filling(Map<Placeholder, String> values) {
      this.values = values;
    }

    @Override
    public void visit(Text text) {
      String filled =
          Placeholder.PATTERN
              .matcher(text.getLiteral())
              .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group())));
      List<String> lines = filled.lines().toList();
      text.setLiteral(lines.isEmpty() ? "" : lines.getFirst());
      for (String line : lines.reversed().subList(0, Math.max(0, lines.size() - 1))) {
        text.insertAfter(new Text(line));
        text.insertAfter(new HardLineBreak());
      }
    }

    private String value(String word, String asWritten) {
      return Placeholder.of(word).map(values::get).orElse(asWritten);
    }

    @Override
    public void visit(Image image) {
      Link link = new Link(image.getDestination(), image.getTitle());
      moveChildren(image, link);
      image.insertBefore(link);
      image.unlink();
      visitChildren(link);
    }

    private static void moveChildren(Node from, Node to) {
      for (Node child = from.getFirstChild(); child != null; child = from.getFirstChild()) {
        to.appendChild(child);
      }
    }
  }
}
