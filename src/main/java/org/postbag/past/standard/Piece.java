package org.postbag.past.standard;

import java.util.Locale;

/// A sentence, or a line that is one by itself.
///
/// @param glue what stands between it and the piece before: a space, a line break, a blank line
record Piece(String glue, String text) {
  static final String SENTENCE = " ";
  static final String LINE = "\n";
  static final String PARAGRAPH = "\n\n";

  /// What it is compared by: its words, and the placeholders in it.
  static String key(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}{}]+", " ").strip();
  }
}
