package org.postbag.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/// A letter's Markdown: filled in, and turned into the two forms that an e-mail carries, text that
/// reads well by itself and simple HTML.
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

  /// What has a meaning in Markdown wherever it stands.
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>&#]");

  /// What has a meaning at the beginning of a line: the marks of lists and underlines.
  private static final Pattern OPENING = Pattern.compile("^(\\d{0,9})([-+=~.)])");

  private Markdown() {}

  /// The standard reply with its placeholders filled in: Markdown again, one line a paragraph.
  ///
  /// What stands in a value is text: its marks are escaped, so that no writer's name can become a
  /// link or a heading. A placeholder without a value stays as it is.
  public static String fill(StandardReply reply, Map<Placeholder, String> values) {
    return Placeholder.PATTERN
        .matcher(Wrapping.undone(reply.markdown()))
        .replaceAll(found ->
            Matcher.quoteReplacement(
                Placeholder.of(found.group(1))
                    .flatMap(placeholder -> Optional.ofNullable(values.get(placeholder)))
                    .map(Markdown::escaped)
                    .orElse(found.group())));
  }

  private static String escaped(String value) {
    return value
        .lines()
        .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
        .map(line -> SPECIAL.matcher(line).replaceAll("\\\\$0"))
        .map(line -> OPENING.matcher(line).replaceFirst("$1\\\\$2"))
        .collect(Collectors.joining("\n"));
  }

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
