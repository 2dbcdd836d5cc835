package org.postbag.matching.campaign;

/// A stretch of a letter's visible text.
///
/// @param start the first character
/// @param end the first character behind it
public record Span(int start, int end) {
  /// The words themselves.
  public String in(String text) {
    return text.substring(Math.min(start, text.length()), Math.min(end, text.length()));
  }
}
