package org.postbag.email.mime;

/// The lines of a message as they ought to be: RFC 5322 §2.1 and §2.2.3.
final class LineEnds {
  private LineEnds() {}

  /// The message without a byte order mark, the `From ` line of an mbox, blank lines before the
  /// header, or bare CRs that stand for every line end.
  static byte[] normalised(byte[] message) {
    byte[] bytes = contains(message, '\n') ? message : crToLf(message);
    int start = startsWith(bytes, 0, "\u00ef\u00bb\u00bf") ? 3 : 0;
    start = afterBlankLines(bytes, start);
    if (isMboxLine(bytes, start)) {
      while (start < bytes.length && bytes[start] != '\n') {
        start++;
      }
      start = Math.min(bytes.length, start + 1);
    }
    return start == 0 ? bytes : java.util.Arrays.copyOfRange(bytes, start, bytes.length);
  }

  /// Lines of blanks only; a line that begins with one and goes on is none.
  private static int afterBlankLines(byte[] bytes, int start) {
    int line = start;
    for (int at = start; at < bytes.length && " \t\r\n".indexOf(bytes[at]) >= 0; at++) {
      line = bytes[at] == '\r' || bytes[at] == '\n' ? at + 1 : line;
    }
    return line == bytes.length ? 0 : line;
  }

  /// `From ann@example.org Mon Nov 23 …`, and not the obsolete `From : ann@example.org` of RFC 5322
  /// §4.5.
  private static boolean isMboxLine(byte[] bytes, int start) {
    int at = start + (startsWith(bytes, start, ">") ? 1 : 0);
    if (!startsWith(bytes, at, "From ")) {
      return false;
    }
    for (at += 5; at < bytes.length && bytes[at] == ' '; at++) {}
    return at < bytes.length && bytes[at] != ':';
  }

  private static byte[] crToLf(byte[] message) {
    byte[] bytes = message.clone();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '\r' ? (byte) '\n' : bytes[i];
    }
    return bytes;
  }

  private static boolean contains(byte[] bytes, char wanted) {
    for (byte b : bytes) {
      if (b == wanted) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, int from, String prefix) {
    if (bytes.length - from < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if ((bytes[from + i] & 0xff) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The field body on one line: RFC 5322 §2.2.3 takes away the line ends, not the blanks.
  static String unfolded(String field) {
    StringBuilder line = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      boolean lineEnd = c == '\r' || c == '\n';
      boolean needsBlank = lineEnd && line.length() > 0 && !followedByBlank(field, i);
      if (!lineEnd) {
        line.append(c);
      } else if (needsBlank && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return line.toString().strip();
  }

  private static boolean followedByBlank(String field, int at) {
    return at + 1 < field.length() && " \t\r\n".indexOf(field.charAt(at + 1)) >= 0;
  }
}
