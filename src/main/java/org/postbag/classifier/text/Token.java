package org.postbag.classifier.text;

/// One word of a text.
///
/// @param analyzedWord what became of it
/// @param subject true when it stands in the subject, false in the text
/// @param start its first character within the subject or text (UTF-16 units)
/// @param end behind its last character
public record Token(AnalyzedWord analyzedWord, boolean subject, int start, int end) {
  /// The stem of its surface.
  public String term() {
    return analyzedWord.term();
  }

  /// As it was written, in lower case and without accents.
  public String surface() {
    return analyzedWord.surface();
  }

  /// The hash of its surface.
  public int surfaceHash() {
    return analyzedWord.surfaceHash();
  }

  /// True for a word that tells nothing by itself, such as `the`.
  public boolean stopWord() {
    return analyzedWord.stopWord();
  }
}
