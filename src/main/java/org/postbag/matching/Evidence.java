package org.postbag.matching;

/// One reason for or against the topic that was chosen.
///
/// @param feature the word, the phrase, the keyword, or the letter that is alike
/// @param weight its share of the score; below 0 it spoke against the topic
/// @param where the place it was found in
/// @param start the first character within `where`, from 0 (UTF-16 units); -1 without a position
/// @param end behind the last character
public record Evidence(String feature, double weight, Where where, int start, int end) {
  private static final int NO_POSITION = -1;

  /// A reason that stands nowhere in the letter.
  static Evidence nowhere(String feature, double weight) {
    return new Evidence(feature, weight, Where.NOWHERE, NO_POSITION, NO_POSITION);
  }

  /// The part of a letter that positions count in; NOWHERE for a reason without a place in it.
  public enum Where {
    SUBJECT,
    VISIBLE_TEXT,
    NOWHERE
  }
}
