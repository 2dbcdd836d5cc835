package org.postbag.email.text;

/// Collects text line by line: blanks run together, no more than one empty line, quotation marks in
/// front of quoted lines.
final class TextLines {
  private final StringBuilder out = new StringBuilder();
  private final int limit;
  private int breaks;
  private int quotes;
  private boolean blank;
  private boolean lineEmpty = true;

  TextLines(int limit) {
    this.limit = limit;
  }

  void add(String text, boolean preformatted) {
    for (int i = 0; i < text.length() && out.length() < limit; i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0xa0;
      if (preformatted && c == '\n') {
        newLine();
      } else if (space && !preformatted) {
        blank = !lineEmpty;
      } else if (c != '\r' && c != 0) {
        put(c == 0xa0 ? ' ' : c);
      }
    }
  }

  private void put(char c) {
    if (breaks > 0 || out.isEmpty()) {
      out.append("\n".repeat(out.isEmpty() ? 0 : breaks)).append("> ".repeat(quotes));
      breaks = 0;
    } else if (blank) {
      out.append(' ');
    }
    blank = false;
    lineEmpty = false;
    out.append(c);
  }

  /// Ends the line, also an empty one.
  void newLine() {
    breaks = Math.min(breaks + 1, 2);
    blank = false;
    lineEmpty = true;
  }

  /// Ends the line unless it is empty.
  void startLine() {
    breaks = Math.max(breaks, lineEmpty ? 0 : 1);
    blank = false;
    lineEmpty = true;
  }

  void paragraph() {
    breaks = 2;
    blank = false;
    lineEmpty = true;
  }

  void cell() {
    blank = !lineEmpty;
  }

  void quote(int change) {
    quotes += change;
  }

  int quotes() {
    return quotes;
  }

  int length() {
    return out.length();
  }

  boolean endsWith(String text) {
    int from = out.length() - text.length();
    return from >= 0 && out.indexOf(text, from) >= 0;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
