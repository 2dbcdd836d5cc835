package org.postbag.email.mime;

import java.util.ArrayList;
import java.util.List;

/// The tokens of a structured header field, RFC 5322 §2.2.2: quoted strings and comments hide what
/// stands in them.
public final class StructuredField {
  private StructuredField() {}

  /// The parts between separators that stand in no quoted string and no comment; comments are left
  /// out, quoted strings stay as they are. At least one part.
  public static List<String> split(String body, char separator) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int i = 0;
    while (i < body.length()) {
      char c = body.charAt(i);
      int end = c == '(' ? Comments.end(body, i) : c == '"' ? quotedEnd(body, i) : i + 1;
      if (c == separator) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c == '(' ? " " : body.substring(i, end));
      }
      i = end;
    }
    parts.add(part.toString());
    return parts;
  }

  /// Behind the closing quote, or the end of a text in which there is none.
  private static int quotedEnd(String text, int open) {
    for (int i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        return i + 1;
      }
    }
    return text.length();
  }

  /// What a quoted string at the beginning of that text stands for, RFC 5322 §3.2.4.
  public static String unquoted(String text) {
    int end = quotedEnd(text, 0);
    String inside = text.substring(1, Math.max(1, text.startsWith("\"", end - 1) ? end - 1 : end));
    return inside.replaceAll("\\\\(.)", "$1");
  }
}
