package org.postbag.email.mime;

/// RFC 5322 §3.2.2 comments: nested in parentheses, with backslash escapes.
final class Comments {
  private Comments() {}

  /// The place behind the comment that opens at `open`; the end of the text where it never closes.
  static int end(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  /// `text` without its comments; quoted strings are left alone.
  static String removed(String text) {
    if (text.indexOf('(') < 0) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '(') {
        i = end(text, i) - 1;
        kept.append(' ');
      } else {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }
}
