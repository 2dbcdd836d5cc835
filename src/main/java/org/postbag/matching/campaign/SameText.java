package org.postbag.matching.campaign;

import org.postbag.classifier.text.Passage;
import org.postbag.classifier.text.ShingleSet;
import org.postbag.classifier.text.Shingles;
import org.postbag.classifier.text.StockPhrases;

/// Whether two letters have the same text, as a letter and one that was decided before.
final class SameText {
  /// Measured on letters with added paragraphs, cut sentences and altered words: finds nearly all
  /// of them and hardly ever another letter on the same topic.
  private static final double MIN_SIMILARITY = 0.4;

  private final StockPhrases stockPhrases = new StockPhrases();

  synchronized void add(Passage passage) {
    stockPhrases.add(Shingles.of(passage).set());
  }

  synchronized ShingleSet distinctive(Passage passage) {
    return Shingles.of(passage).set().without(stockPhrases);
  }

  synchronized boolean isSame(ShingleSet one, ShingleSet other) {
    return one.overlap(other, MIN_SIMILARITY, stockPhrases) > 0;
  }
}
