package org.postbag.email.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// An HTML document as readable text: blocks on their own lines, list items with a dash, cells side
/// by side, links with their address, quotations behind `> `. Hidden text stays hidden.
final class HtmlText implements NodeVisitor {
  private static final Set<String> SKIPPED =
      Set.of(
          "head",
          "script",
          "style",
          "title",
          "noscript",
          "template",
          "object",
          "svg",
          "math",
          "iframe",
          "textarea",
          "select",
          "audio",
          "video",
          "canvas");
  private static final Set<String> BLOCKS =
      Set.of(
          "div",
          "tr",
          "table",
          "ul",
          "ol",
          "dl",
          "dt",
          "dd",
          "section",
          "article",
          "header",
          "footer",
          "center",
          "form",
          "fieldset",
          "address",
          "main",
          "aside",
          "figure",
          "hr",
          "tbody",
          "thead",
          "body",
          "li");
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre");
  private static final int MAX_QUOTES = 10;
  private static final int MAX_ADDRESS = 300;

  private final TextLines lines;
  private final Map<Element, Fold.Why> marked;
  private final Deque<Integer> starts = new ArrayDeque<>();
  private final List<Fold> folds = new ArrayList<>();
  private int skipped;
  private int preformatted;

  private HtmlText(int limit, Map<Element, Fold.Why> marked) {
    this.lines = new TextLines(limit);
    this.marked = marked;
  }

  /// The text of `root`, at most about `limit` characters.
  ///
  /// @param marked elements whose place in the text is told
  static MarkedText of(Element root, int limit, Map<Element, Fold.Why> marked) {
    HtmlText text = new HtmlText(limit, marked);
    text.traverse(root);
    return new MarkedText(text.lines.toString(), text.folds);
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text && skipped == 0) {
      lines.add(text.getWholeText(), preformatted > 0);
    } else if (node instanceof Element element) {
      open(element);
    }
  }

  private void open(Element element) {
    String tag = element.normalName();
    if (skipped > 0 || SKIPPED.contains(tag) || isHidden(element)) {
      skipped++;
      return;
    }
    if (marked.containsKey(element)) {
      starts.push(lines.length());
    }
    breakBefore(tag);
    switch (tag) {
      case "br" -> lines.newLine();
      case "li" -> lines.add("- ", true);
      case "td", "th" -> lines.cell();
      case "blockquote" -> lines.quote(lines.quotes() < MAX_QUOTES ? 1 : 0);
      case "pre" -> preformatted++;
      case "img" -> alternative(element.attr("alt").strip());
      default -> {}
    }
  }

  private void alternative(String text) {
    if (!text.isEmpty()) {
      lines.add("[" + text + "]", false);
    }
  }

  private void breakBefore(String tag) {
    if (PARAGRAPHS.contains(tag)) {
      lines.paragraph();
    } else if (BLOCKS.contains(tag)) {
      lines.startLine();
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    if (skipped > 0) {
      skipped--;
      return;
    }
    String tag = element.normalName();
    switch (tag) {
      case "a" -> link(element);
      case "pre" -> preformatted--;
      case "blockquote" -> lines.quote(lines.quotes() > 0 ? -1 : 0);
      default -> {}
    }
    breakBefore(tag);
    Fold.Why why = marked.get(element);
    if (why != null) {
      folds.add(new Fold(starts.pop(), lines.length(), why));
    }
  }

  private void link(Element element) {
    String address = element.attr("href").strip();
    String lower = address.toLowerCase(Locale.ROOT);
    boolean web = lower.startsWith("http://") || lower.startsWith("https://");
    if (web && address.length() <= MAX_ADDRESS && !lines.endsWith(address)) {
      lines.add(" <" + address + ">", false);
    }
  }

  private static boolean isHidden(Element element) {
    String style = element.attr("style").replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    return element.hasAttr("hidden")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || style.contains("font-size:0;")
        || style.endsWith("font-size:0")
        || style.endsWith("font-size:0px");
  }
}
