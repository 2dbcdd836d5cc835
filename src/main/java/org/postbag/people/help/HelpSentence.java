package org.postbag.people.help;

import java.util.List;

/// A sentence of a letter.
///
/// @param start its first character in the letter's text
/// @param end behind its last
record HelpSentence(int start, int end, List<Word> words) {
  /// @param term what is compared
  /// @param surface as it was written, in lower case
  /// @param small whether it tells nothing by itself, such as `the`
  /// @param start its first character in the letter's text
  /// @param end behind its last
  record Word(String term, String surface, boolean small, int start, int end) {}

  String text(String letter) {
    return letter.substring(start, end);
  }
}
