package org.postbag.classifier;

import java.util.List;
import org.postbag.classifier.text.IntFloatMap;
import org.postbag.classifier.text.IntIndex;
import org.postbag.classifier.text.SparseVector;

/// Gives each feature that a model knows a row, from 0. Those that stand in the most texts come
/// first, so that what is looked at most often lies together in the memory.
final class Vocabulary {
  private final IntIndex rows;

  /// For each number of texts, from 0, how many features stand in more.
  private final int[] inMore;

  private Vocabulary(IntIndex rows, int[] inMore) {
    this.rows = rows;
    this.inMore = inMore;
  }

  static Vocabulary of(List<SparseVector> texts) {
    IntFloatMap seen = new IntFloatMap(1 << 12);
    for (SparseVector text : texts) {
      text.forEach((feature, value) -> seen.add(feature, 1));
    }
    int[] features = seen.keysBySum();
    int[] inMore = new int[features.length == 0 ? 1 : (int) seen.get(features[0]) + 1];
    for (int feature : features) {
      for (int fewer = 0; fewer < seen.get(feature); fewer++) {
        inMore[fewer]++;
      }
    }
    return new Vocabulary(IntIndex.of(features), inMore);
  }

  int size() {
    return rows.size();
  }

  /// In how many texts the most frequent feature stands.
  int mostUses() {
    return inMore.length - 1;
  }

  /// How many features stand in more texts than that: the first rows.
  int inMoreThan(int texts) {
    return texts < inMore.length ? inMore[texts] : 0;
  }

  /// In how many texts each feature stands.
  int[] uses() {
    int[] uses = new int[size()];
    for (int more : inMore) {
      for (int row = 0; row < more; row++) {
        uses[row]++;
      }
    }
    return uses;
  }

  /// A text with the rows of its features.
  IndexedVector place(SparseVector text) {
    return new IndexedVector(text, rows.of(text));
  }
}
