package org.postbag.matching.campaign;

/// A sentence of a letter, or a line of a list.
///
/// @param start its first character in the text
/// @param end the first character behind it
/// @param firstWord its first word's place among the text's words
/// @param lastWord the place behind its last word
/// @param frame whether it is a salutation, a sign-off, a name or an address
record Sentence(int start, int end, int firstWord, int lastWord, boolean frame) {
  int words() {
    return lastWord - firstWord;
  }
}
