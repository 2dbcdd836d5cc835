package org.postbag.classifier;

import org.postbag.classifier.text.SparseVector;

/// A text with the rows that its features have in a [Vocabulary]: each is looked up once, however
/// often it is asked for.
public final class IndexedVector {
  private final SparseVector text;
  private final int[] rows;

  IndexedVector(SparseVector text, int[] rows) {
    this.text = text;
    this.rows = rows;
  }

  SparseVector text() {
    return text;
  }

  /// The number of the text's features, those that are not known included.
  int size() {
    return rows.length;
  }

  /// The row of a feature, -1 for one that is not known.
  int row(int i) {
    return rows[i];
  }

  float value(int i) {
    return text.value(i);
  }

  boolean isContent(int i) {
    return text.isContent(i);
  }

  /// The same, 0 for a feature of the text's manner.
  float contentValue(int i) {
    return text.isContent(i) ? text.value(i) : 0;
  }
}
