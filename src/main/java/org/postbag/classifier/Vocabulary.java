package org.postbag.classifier;

import java.util.List;
import org.postbag.classifier.text.IntFloatMap;
import org.postbag.classifier.text.IntIndex;
import org.postbag.classifier.text.SparseVector;

/// Assigns a row to each known feature, by descending number of texts, so that frequently read rows
/// are adjacent in memory.
final class Vocabulary {
  private final IntIndex rows;

  /// For each n from 0, how many features are in more than n texts.
  private final int[] rowsInMore;

  private Vocabulary(IntIndex rows, int[] rowsInMore) {
    this.rows = rows;
    this.rowsInMore = rowsInMore;
  }

  static Vocabulary of(List<SparseVector> texts) {
    IntFloatMap counts = new IntFloatMap(1 << 12);
    for (SparseVector text : texts) {
      text.forEach((feature, value) -> counts.add(feature, 1));
    }
    int[] features = counts.keysBySum();
    int[] rowsInMore = new int[features.length == 0 ? 1 : (int) counts.get(features[0]) + 1];
    for (int feature : features) {
      for (int fewer = 0; fewer < counts.get(feature); fewer++) {
        rowsInMore[fewer]++;
      }
    }
    return new Vocabulary(IntIndex.of(features), rowsInMore);
  }

  int size() {
    return rows.size();
  }

  /// In how many texts the most frequent feature is.
  int maxTextCount() {
    return rowsInMore.length - 1;
  }

  /// How many features are in more than n texts; these have the first rows.
  int rowsInMoreThan(int texts) {
    return texts < rowsInMore.length ? rowsInMore[texts] : 0;
  }

  /// In how many texts each feature is, by row.
  int[] textCounts() {
    int[] textCounts = new int[size()];
    for (int end : rowsInMore) {
      for (int row = 0; row < end; row++) {
        textCounts[row]++;
      }
    }
    return textCounts;
  }

  /// The text with the rows of its features.
  IndexedVector index(SparseVector text) {
    return new IndexedVector(text, rows.of(text));
  }
}
