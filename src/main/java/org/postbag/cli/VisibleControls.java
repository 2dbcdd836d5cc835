package org.postbag.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/// Shows the characters that steer a terminal in place of obeying them, as `\u001b`.
///
/// A stranger wrote most of what is printed: an escape sequence could move the cursor over other
/// lines, and a bidirectional override (Unicode Standard Annex #9, §2) turns `exe.fdp` into
/// `pdf.exe`. In JSON the same six characters are the character itself (RFC 8259 §7).
final class VisibleControls extends FilterWriter {
  private static final boolean RETURNS = System.lineSeparator().contains("\r");

  VisibleControls(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    write(new char[] {(char) c}, 0, 1);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    write(text.toCharArray(), offset, length);
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    int written = offset;
    for (int i = offset; i < offset + length; i++) {
      if (steers(text[i])) {
        out.write(text, written, i - written);
        out.write("\\u%04x".formatted((int) text[i]));
        written = i + 1;
      }
    }
    out.write(text, written, offset + length - written);
  }

  private static boolean steers(char c) {
    return switch (c) {
      case '\n', '\t' -> false;
      case '\r' -> !RETURNS;
      // The marks, embeddings, overrides and isolates of UAX #9; line and paragraph separator.
      case '\u061c', '\u200e', '\u200f', '\u2028', '\u2029' -> true;
      default ->
          Character.isISOControl(c)
              || (c >= '\u202a' && c <= '\u202e')
              || (c >= '\u2066' && c <= '\u2069');
    };
  }
}
