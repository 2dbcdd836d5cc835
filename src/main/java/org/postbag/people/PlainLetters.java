package org.postbag.people;

import java.util.Arrays;

/// A text in small letters, without accents, with single blanks and straight apostrophes, that
/// still knows where each character stood.
///
/// @param plain the text made plain
/// @param origins where each of its characters stood, and the end of the original
@SuppressWarnings("ArrayRecordComponent") // read-only, never compared
record PlainLetters(String plain, int[] origins) {
  static PlainLetters of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int[] origins = new int[text.length() + 1];
    for (int at = 0; at < text.length(); at++) {
      char character = plain(text.charAt(at));
      boolean repeatedBlank = character == ' ' && endsWithBlank(plain);
      if (!repeatedBlank && !isMark(character)) {
        origins[plain.length()] = at;
        plain.append(character);
      }
    }
    origins[plain.length()] = text.length();
    return new PlainLetters(plain.toString(), Arrays.copyOf(origins, plain.length() + 1));
  }

  /// Where the character at that place of the plain text stood.
  int start(int at) {
    return origins[at];
  }

  /// Behind the last character before that place of the plain text.
  int end(int at) {
    return at == 0 ? 0 : origins[at - 1] + 1;
  }

  private static char plain(char character) {
    if (Character.isWhitespace(character)) {
      return ' ';
    }
    return character == '’' ? '\'' : Character.toLowerCase(character);
  }

  private static boolean endsWithBlank(StringBuilder plain) {
    return !plain.isEmpty() && plain.charAt(plain.length() - 1) == ' ';
  }

  /// Left out, because a word boundary looks behind over all marks: quadratic in a row of them.
  private static boolean isMark(char character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }
}
