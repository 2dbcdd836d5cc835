package org.postbag.people.help;

import java.util.List;

/// A sentence of a letter.
///
/// @param start its first character in the letter's text
/// @param end behind its last
record HelpSentence(int start, int end, List<Word> words) {
  /// @param term what is compared
  /// @param start its first character in the letter's text
  /// @param end behind its last
  record Word(String term, int start, int end) {}

  String text(String letter) {
    return letter.substring(start, end);
  }
}
