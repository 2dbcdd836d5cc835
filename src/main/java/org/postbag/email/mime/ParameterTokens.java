package org.postbag.email.mime;

import java.util.Locale;

/// Walks over `value; name=text; name="quoted text"`, forgiving what RFC 2045 §5.1 forbids: blanks
/// around `=`, unquoted blanks in a text, doubled semicolons, a quote that never ends.
final class ParameterTokens {
  private final String field;
  private int at;
  private String name = "";
  private String text = "";

  ParameterTokens(String field) {
    this.field = field;
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  /// What stands before the first semicolon, without comments.
  String value() {
    StringBuilder value = new StringBuilder();
    for (; at < field.length() && field.charAt(at) != ';'; at++) {
      char c = field.charAt(at);
      if (c == '(') {
        at = Comments.end(field, at) - 1;
      } else if (c != '"') {
        value.append(c);
      }
    }
    return value.toString();
  }

  /// Moves to the next parameter; false when there is none.
  boolean next() {
    while (at < field.length()) {
      skip(";");
      int start = at;
      while (at < field.length() && "=;".indexOf(field.charAt(at)) < 0) {
        at++;
      }
      name = field.substring(start, at).strip().toLowerCase(Locale.ROOT);
      if (at < field.length() && field.charAt(at) == '=' && !name.isEmpty()) {
        at++;
        text = valueText();
        return true;
      }
      at++;
    }
    return false;
  }

  private void skip(String also) {
    while (at < field.length()
        && (field.charAt(at) <= ' ' || also.indexOf(field.charAt(at)) >= 0)) {
      at++;
    }
  }

  private String valueText() {
    skip("");
    if (at < field.length() && field.charAt(at) == '"') {
      return quoted();
    }
    int start = at;
    while (at < field.length() && field.charAt(at) != ';') {
      at++;
    }
    String plain = field.substring(start, at).strip();
    int comment = plain.indexOf(" (");
    return comment > 0 && plain.endsWith(")") ? plain.substring(0, comment).strip() : plain;
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; at < field.length() && field.charAt(at) != '"'; at++) {
      boolean escaped = field.charAt(at) == '\\' && at + 1 < field.length() && escapes(at + 1);
      at += escaped ? 1 : 0;
      value.append(field.charAt(at));
    }
    while (at < field.length() && field.charAt(at) != ';') {
      at++;
    }
    return value.toString();
  }

  /// A backslash escapes a quote or a backslash; before anything else it is the path separator that
  /// Windows programs leave unescaped.
  private boolean escapes(int index) {
    return field.charAt(index) == '"' || field.charAt(index) == '\\';
  }
}
