package org.postbag.matching.learned;

import java.util.List;
import org.postbag.matching.words.Counts;
import org.postbag.matching.words.Numbering;
import org.postbag.matching.words.Vector;

/// Gives each feature that a model knows a row, from 0. Those that stand in the most texts come
/// first, so that what is looked at most often lies together in the memory.
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
    return new Vocabulary(Numbering.of(seen.keysBySum()));
  }

  /// The features of these texts as well: what had a row keeps it.
  Vocabulary with(List<Vector> texts) {
    Numbering more = Numbering.of(rows.features());
    texts.forEach(text -> text.forEach((feature, value) -> more.add(feature)));
    return new Vocabulary(more);
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

  /// A text with the rows of its features.
  Placed place(Vector text) {
    return new Placed(text, rows.of(text));
  }
}
