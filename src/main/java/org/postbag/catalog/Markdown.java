package org.postbag.catalog;

import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/// Turns a letter's Markdown into the two forms that an e-mail carries: text that reads well by
/// itself, and simple HTML.
///
/// A line break in the Markdown is a line break in the letter. Raw HTML is shown, not obeyed;
/// images become links; addresses of links are `http`, `https`, `mailto` or `tel`.
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
  /// end.
  public static String text(String markdown) {
    return PlainText.of(PARSER.parse(markdown));
  }

  /// The letter as a fragment of HTML, without `<html>` and `<body>`.
  public static String html(String markdown) {
    Node document = PARSER.parse(markdown);
    document.accept(new ImagesToLinks());
    return HTML.render(document).strip();
  }

  /// A letter loads nothing from elsewhere.
  private static final class ImagesToLinks extends AbstractVisitor {
    @Override
    public void visit(Image image) {
      Link link = new Link(image.getDestination(), image.getTitle());
      for (Node part = image.getFirstChild(); part != null; part = image.getFirstChild()) {
        link.appendChild(part);
      }
      image.insertBefore(link);
      image.unlink();
    }
  }
}
