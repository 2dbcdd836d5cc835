package org.postbag.matching.learned;

import org.postbag.matching.words.Vector;

/// A text with the rows that its features have in a [Vocabulary]: each is looked up once, however
/// often it is asked for.
public final class Placed {
  private final Vector text;
  private final int[] rows;

  Placed(Vector text, int[] rows) {
    this.text = text;
    this.rows = rows;
  }

  Vector text() {
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
