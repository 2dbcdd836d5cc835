package org.postbag.email.text;

import java.util.List;

/// Finds the signatures of a letter, paragraph by paragraph.
final class Signatures {
  private static final int MOST_LINES = 12;

  private final List<Line> given;
  private final List<String> lines;
  private final LineRuns runs;
  private final SignatureLines kinds;
  private boolean within;

  Signatures(List<Line> given, List<String> lines, LineRuns runs, String writer) {
    this.given = given;
    this.lines = lines;
    this.runs = runs;
    this.kinds = new SignatureLines(writer, runs.quoted());
  }

  /// Whether a signature may begin here: at its mark, at a ruler, or, below one, in a new
  /// paragraph.
  boolean mayBeginAt(int at, boolean startsParagraph) {
    String line = lines.get(at);
    return Marker.opensSignature(line) || Marker.isRuler(line) || (within && startsParagraph);
  }

  /// The line behind the paragraph of a signature that begins at `at`, or `at` when none does.
  int endAt(int at) {
    String line = lines.get(at);
    boolean opens = Marker.opensSignature(line) || Marker.isRuler(line);
    int first = opens ? runs.nextText(at + 1) : at;
    int end = endOfParagraph(first);
    List<String> paragraph = lines.subList(first, end);
    boolean sure = Marker.isSignatureMark(line) || (within && !opens);
    boolean fits = sure ? kinds.isPossible(paragraph) : kinds.isUnmistakable(paragraph);
    if (paragraph.isEmpty() || paragraph.size() > MOST_LINES || !fits) {
      within = within && !opens;
      return at;
    }
    within = true;
    return end;
  }

  /// Whether a paragraph that the mail program marked as signature is one: people write letters
  /// there too.
  boolean isMarked(int from, int to) {
    List<String> paragraph = given.subList(from, to).stream().map(Line::text).toList();
    return kinds.isPossible(paragraph) || Footer.disclaimerIn(String.join("\n", paragraph)) >= 0;
  }

  private int endOfParagraph(int from) {
    int end = from;
    while (end < lines.size() && end <= from + MOST_LINES && goesOn(end)) {
      end++;
    }
    return end;
  }

  private boolean goesOn(int at) {
    String line = lines.get(at);
    return !line.isBlank()
        && !LineRuns.isQuote(line)
        && !Marker.opensMessage(line)
        && !Marker.isRuler(line)
        && HeaderBlock.end(lines, at) == at;
  }
}
