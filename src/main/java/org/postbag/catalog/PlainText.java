package org.postbag.catalog;

import java.util.function.Supplier;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/// Renders a Markdown document as a letter of plain text: lists keep their marks, a link is
/// followed by its address, emphasis is dropped.
final class PlainText extends AbstractVisitor {
  private final StringBuilder out = new StringBuilder();

  private PlainText() {}

  /// @param block a document, or a block in it
  static String of(Node block) {
    PlainText text = new PlainText();
    if (block instanceof Document) {
      text.blocks(block, "\n\n");
    } else {
      block.accept(text);
    }
    return text.out.toString().strip();
  }

  private void blocks(Node parent, String between) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      out.append(out.isEmpty() ? "" : between).append(of(child));
    }
  }

  @Override
  public void visit(BlockQuote quote) {
    PlainText inner = new PlainText();
    inner.blocks(quote, "\n\n");
    out.append(hang(inner.out.toString(), "> ", "> "));
  }

  @Override
  public void visit(BulletList list) {
    items(list, list.isTight(), () -> list.getMarker() + " ");
  }

  @Override
  public void visit(OrderedList list) {
    Integer first = list.getMarkerStartNumber();
    int[] number = {first == null ? 1 : first};
    items(list, list.isTight(), () -> number[0]++ + list.getMarkerDelimiter() + " ");
  }

  private void items(Node list, boolean tight, Supplier<String> mark) {
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      PlainText inner = new PlainText();
      inner.blocks(item, tight ? "\n" : "\n\n");
      String bullet = mark.get();
      out.append(item.getPrevious() == null ? "" : tight ? "\n" : "\n\n");
      out.append(hang(inner.out.toString(), bullet, " ".repeat(bullet.length())));
    }
  }

  private static String hang(String text, String first, String others) {
    return (first + text.replace("\n", "\n" + others)).replaceAll(" +(?=\n|$)", "");
  }

  @Override
  public void visit(Link link) {
    int start = out.length();
    visitChildren(link);
    String shown = out.substring(start);
    String address = link.getDestination().replaceFirst("^mailto:|^tel:", "");
    if (!shown.strip().equals(address)) {
      out.append(shown.isBlank() ? address : " (" + address + ")");
    }
  }

  @Override
  public void visit(Text text) {
    out.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    out.append(code.getLiteral());
  }

  @Override
  public void visit(HtmlInline html) {
    out.append(html.getLiteral());
  }

  @Override
  public void visit(HtmlBlock html) {
    out.append(html.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    out.append(code.getLiteral());
  }

  @Override
  public void visit(FencedCodeBlock code) {
    out.append(code.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    out.append('\n');
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    out.append('\n');
  }

  @Override
  public void visit(ThematicBreak line) {
    out.append("-".repeat(20));
  }
}
