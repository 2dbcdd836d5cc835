package org.postbag.classifier.text;

/// What became of a word: made once for each that is met, and kept, since that costs more than all
/// else about a word.
public final class AnalyzedWord {
  private final String term;
  private final String surface;
  private final boolean stopWord;
  private final int hash;
  private final int surfaceHash;
  private final int feature;
  private final int[] charNgrams;

  /// @param term the stem of its surface
  /// @param surface as it was written, in lower case and without accents
  /// @param stopWord true for a word that tells nothing by itself, such as `the`
  AnalyzedWord(String term, String surface, boolean stopWord) {
    this.term = term;
    this.surface = surface;
    this.stopWord = stopWord;
    this.hash = term.hashCode();
    this.surfaceHash = surface.hashCode();
    this.feature = FeatureHash.word(term);
    this.charNgrams = FeatureHash.charNgrams(surface);
  }

  String term() {
    return term;
  }

  String surface() {
    return surface;
  }

  boolean stopWord() {
    return stopWord;
  }

  /// The hash of its stem.
  int hash() {
    return hash;
  }

  /// The hash of its surface.
  int surfaceHash() {
    return surfaceHash;
  }

  /// The feature that it is.
  int feature() {
    return feature;
  }

  /// The features that are charNgrams of it, those that it has twice twice. Not to be changed.
  int[] charNgrams() {
    return charNgrams;
  }
}
