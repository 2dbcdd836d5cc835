package org.postbag.classifier.text;

/// What a letter is matched by.
///
/// @param subject without reply marks; may be empty
/// @param text what the writer wrote
/// @param language ISO 639-1 code; `und` when it cannot be told
public record Passage(String subject, String text, String language) {
  /// A text in English, without a subject.
  public static Passage of(String text) {
    return new Passage("", text, "en");
  }
}
