package org.postbag.matching.campaign;

/// A sentence that the writer added to the campaign's text.
///
/// @param start its first character in the letter's visible text
/// @param end the first character behind it
/// @param text the sentence itself, so that a page of many letters need not read them all
public record OwnLine(int start, int end, String text) {
  private static final int LONGEST = 2_000;

  static OwnLine of(LetterText letter, Sentence sentence) {
    String text = letter.text(sentence).strip();
    return new OwnLine(
        sentence.start(), sentence.end(), text.substring(0, Math.min(LONGEST, text.length())));
  }
}
