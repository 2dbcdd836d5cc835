package org.postbag.matching.learned;

import java.util.List;
import org.postbag.matching.words.Counts;
import org.postbag.matching.words.Numbering;
import org.postbag.matching.words.Vector;

/// Gives each feature that a model knows a row, from 0.
final class Vocabulary {
  private final Numbering rows;

  private Vocabulary(Numbering rows) {
    this.rows = rows;
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
    return new Vocabulary(Numbering.of(seen.keys()));
  }

  /// The features in the order of their rows.
  int[] features() {
    return rows.features();
  }

  int size() {
    return rows.size();
  }

  /// The row of a feature, -1 for one that is not known.
  int row(int feature) {
    return rows.of(feature);
  }

  /// The rows of a text's features, in their order.
  int[] rows(Vector text) {
    int[] all = new int[text.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = rows.of(text.feature(i));
    }
    return all;
  }
}
