package org.postbag.past.standard;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Divides a text into sentences and lines.
final class Pieces {
  private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n");
  private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*•–]|\\d{1,2}[.)])\\s.*");

  /// A line that is shorter was not ended by a mail program, which wraps at 72 and more.
  private static final int SHORT = 50;

  private final List<Piece> pieces = new ArrayList<>();
  private final Locale locale;

  private Pieces(Locale locale) {
    this.locale = locale;
  }

  static List<Piece> of(String text, String language) {
    Pieces made = new Pieces(Locale.of(language));
    for (String paragraph : BLANK_LINES.split(text.replace("\r\n", "\n").strip(), -1)) {
      made.addParagraph(paragraph.strip());
    }
    return made.pieces;
  }

  private void addParagraph(String paragraph) {
    StringBuilder joined = new StringBuilder();
    String glue = Piece.PARAGRAPH;
    int before = Integer.MAX_VALUE;
    for (String line : paragraph.lines().map(String::strip).toList()) {
      boolean begins = ITEM.matcher(line).matches() || before < SHORT;
      if (begins && !joined.isEmpty()) {
        addSentences(joined.toString(), glue);
        glue = Piece.LINE;
        joined.setLength(0);
      }
      joined.append(joined.isEmpty() ? "" : " ").append(line);
      before = line.length();
    }
    addSentences(joined.toString(), glue);
  }

  private void addSentences(String text, String glue) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(locale);
    sentences.setText(text);
    String next = glue;
    for (int from = sentences.first(), to = sentences.next();
        to != BreakIterator.DONE;
        from = to, to = sentences.next()) {
      String sentence = text.substring(from, to).strip();
      if (!Piece.key(sentence).isEmpty()) {
        pieces.add(new Piece(next, sentence));
        next = Piece.SENTENCE;
      }
    }
  }
}
