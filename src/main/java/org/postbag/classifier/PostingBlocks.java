package org.postbag.classifier;

import java.util.List;
import org.postbag.classifier.text.SparseVector;

/// For each firstRare feature the texts that it stands in, with its value there.
final class PostingBlocks {
  /// The row of the first firstRare feature; all that follow are firstRare too.
  private final int firstRare;

  /// Where the list of each begins; the last is where all end.
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

  /// @param firstRare the row of the first firstRare feature
  static PostingBlocks of(List<SparseVector> texts, Vocabulary vocabulary, int firstRare, Regression regression) {
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

  private static Postings entries(List<SparseVector> texts, Vocabulary vocabulary, int firstRare, int[] from) {
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

  /// The first entry of a feature's list: to ask for it brings the list near.
  int first(int row) {
    return entries.entry(from[row - firstRare]);
  }

  /// Adds what a text shares with each text by one of its features.
  ///
  /// @param centroidProducts as the centres see it: without the manner
  /// @param regressionProducts as the regression sees it
  /// @param i the number of the feature in the text
  /// @param first the first entry of its list
  void addTo(float[] centroidProducts, float[] regressionProducts, IndexedVector text, int i, int first) {
    int start = from[text.row(i) - firstRare];
    int end = from[text.row(i) - firstRare + 1];
    float value = text.value(i) * scales[end - start];
    entries.addTo(centroidProducts, text.contentValue(i), regressionProducts, value, first, start, end);
  }

  /// The sum over the texts of what one unit of a text's feature shares with each, scales what
  /// that says.
  float sum(float[] centroidWeights, float[] regressionWeights, IndexedVector text, int i, int first) {
    int start = from[text.row(i) - firstRare];
    int end = from[text.row(i) - firstRare + 1];
    float sum = scales[end - start] * entries.product(regressionWeights, first, start, end);
    return text.isContent(i) ? sum + entries.product(centroidWeights, first, start, end) : sum;
  }
}
