package org.postbag.matching;

/// One reason for or against the proposed topic.
///
/// @param feature the word, phrase, keyword or similar letter
/// @param weight its share of the score's lead; negative if it speaks against the topic
/// @param where the part of the letter it was found in
/// @param start the first character within `where`, from 0 (UTF-16 units); -1 without a position
/// @param end behind the last character
public record Evidence(String feature, double weight, Where where, int start, int end) {
  private static final int NO_POSITION = -1;

  /// A reason without a position in the letter.
  static Evidence nowhere(String feature, double weight) {
    return new Evidence(feature, weight, Where.NOWHERE, NO_POSITION, NO_POSITION);
  }

  /// The part of a letter that positions refer to; NOWHERE for a reason without a position.
  public enum Where {
    SUBJECT,
    VISIBLE_TEXT,
    NOWHERE
  }
}
