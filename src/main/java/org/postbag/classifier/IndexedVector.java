package org.postbag.classifier;

import org.postbag.classifier.text.SparseVector;

/// A text together with the rows of its features in a [Vocabulary], so that each is looked up once.
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

  /// The number of features, unknown ones included.
  int size() {
    return rows.length;
  }

  /// The row of a feature, -1 when it is unknown.
  int row(int i) {
    return rows[i];
  }

  float value(int i) {
    return text.value(i);
  }

  boolean isContent(int i) {
    return text.isContent(i);
  }

  /// The value of a content feature, 0 for a style feature.
  float contentValue(int i) {
    return text.isContent(i) ? text.value(i) : 0;
  }
}
