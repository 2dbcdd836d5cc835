package org.postbag.classifier;

import java.util.List;
import org.postbag.classifier.text.SparseVector;

/// The postings of the rare features: for each the texts that contain it.
final class PostingBlocks {
  /// The row of the first rare feature; all later rows are rare too.
  private final int firstRare;

  /// Where the postings of each feature begin; the last entry is the end.
  private final int[] from;

  private final Postings entries;

  /// What the regression multiplies the products of values by, by the length of the list.
  private final float[] scales;

  private PostingBlocks(int firstRare, int[] from, Postings entries, float[] scales) {
    this.firstRare = firstRare;
    this.from = from;
    this.entries = entries;
    this.scales = scales;
  }

  /// @param firstRare the row of the first rare feature
  static PostingBlocks of(
      List<SparseVector> texts, Vocabulary vocabulary, int firstRare, Regression regression) {
    int[] textCounts = vocabulary.textCounts();
    int[] from = new int[textCounts.length - firstRare + 1];
    for (int list = 0; list < from.length - 1; list++) {
      from[list + 1] = from[list] + textCounts[firstRare + list];
    }
    int longest = firstRare < textCounts.length ? textCounts[firstRare] : 0;
    float[] scales = new float[longest + 1];
    for (int length = 0; length <= longest; length++) {
      scales[length] = regression.productScale(length);
    }
    return new PostingBlocks(firstRare, from, entries(texts, vocabulary, firstRare, from), scales);
  }

  private static Postings entries(
      List<SparseVector> texts, Vocabulary vocabulary, int firstRare, int[] from) {
    Postings entries = new Postings(from[from.length - 1], texts.size());
    int[] next = from.clone();
    for (int i = 0; i < texts.size(); i++) {
      IndexedVector text = vocabulary.index(texts.get(i));
      for (int j = 0; j < text.size(); j++) {
        if (text.row(j) >= firstRare) {
          entries.put(next[text.row(j) - firstRare]++, i, text.value(j));
        }
      }
    }
    return entries;
  }

  /// The first entry of a feature's postings; reading it also loads the cache line.
  int first(int row) {
    return entries.entry(from[row - firstRare]);
  }

  /// Adds one feature's part of the dot product with each text.
  ///
  /// @param centroidProducts over content features
  /// @param regressionProducts over scaled features
  /// @param i the index of the feature in the text
  /// @param first the first entry of its postings
  void addTo(
      float[] centroidProducts, float[] regressionProducts, IndexedVector text, int i, int first) {
    int start = from[text.row(i) - firstRare];
    int end = from[text.row(i) - firstRare + 1];
    float value = text.value(i) * scales[end - start];
    entries.addTo(
        centroidProducts, text.contentValue(i), regressionProducts, value, first, start, end);
  }

  /// The derivative of a margin by one feature of a text.
  float sum(
      float[] centroidWeights, float[] regressionWeights, IndexedVector text, int i, int first) {
    int start = from[text.row(i) - firstRare];
    int end = from[text.row(i) - firstRare + 1];
    float sum = scales[end - start] * entries.product(regressionWeights, first, start, end);
    return text.isContent(i) ? sum + entries.product(centroidWeights, first, start, end) : sum;
  }
}
