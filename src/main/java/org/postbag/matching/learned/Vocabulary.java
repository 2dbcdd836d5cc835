package org.postbag.matching.learned;

import java.util.List;
import org.postbag.matching.words.Counts;
import org.postbag.matching.words.Vector;

/// Gives each feature that a model knows a row, from 0.
final class Vocabulary {
  private final Counts rows;
  private final int size;

  private Vocabulary(Counts rows, int size) {
    this.rows = rows;
    this.size = size;
  }

  static Vocabulary of(List<Vector> texts) {
    Counts seen = new Counts(1 << 12);
    for (Vector text : texts) {
      text.forEach((feature, value) -> seen.add(feature, 1));
    }
    return of(seen);
  }

  /// The features that have a sum.
  static Vocabulary of(Counts seen) {
    int[] features = seen.keys();
    Counts rows = new Counts(features.length);
    for (int row = 0; row < features.length; row++) {
      rows.add(features[row], row + 1);
    }
    return new Vocabulary(rows, features.length);
  }

  /// The features in the order of their rows.
  int[] features() {
    return rows.keys();
  }

  int size() {
    return size;
  }

  /// The row of a feature, -1 for one that is not known.
  int row(int feature) {
    return (int) rows.get(feature) - 1;
  }
}
