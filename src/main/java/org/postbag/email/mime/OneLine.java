package org.postbag.email.mime;

/// Text that may stand in a header, a log or a page heading: one line, no control characters.
public final class OneLine {
  private OneLine() {}

  /// `text` with line ends and tabs as blanks and other control characters left out.
  public static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' || c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029 || c == 0x85) {
        line.append(' ');
      } else if (!Character.isISOControl(c)) {
        line.append(c);
      }
    }
    return line.toString();
  }
}
