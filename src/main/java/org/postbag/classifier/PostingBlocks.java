package org.postbag.classifier;

import java.util.List;
import org.postbag.classifier.text.SparseVector;

/// For each rare feature the texts that it stands in, with its value there.
final class PostingBlocks {
  /// The row of the first rare feature; all that follow are rare too.
  private final int rare;

  /// Where the list of each begins; the last is where all end.
  private final int[] from;

  private final Postings entries;

  /// What the regression multiplies the products of values by, by the length of the list.
  private final float[] times;

  private PostingBlocks(int rare, int[] from, Postings entries, float[] times) {
    this.rare = rare;
    this.from = from;
    this.entries = entries;
    this.times = times;
  }

  /// @param rare the row of the first rare feature
  static PostingBlocks of(List<SparseVector> texts, Vocabulary vocabulary, int rare, Regression regression) {
    int[] uses = vocabulary.uses();
    int[] from = new int[uses.length - rare + 1];
    for (int list = 0; list < from.length - 1; list++) {
      from[list + 1] = from[list] + uses[rare + list];
    }
    int longest = rare < uses.length ? uses[rare] : 0;
    float[] times = new float[longest + 1];
    for (int length = 0; length <= longest; length++) {
      times[length] = regression.times(length);
    }
    return new PostingBlocks(rare, from, entries(texts, vocabulary, rare, from), times);
  }

  private static Postings entries(List<SparseVector> texts, Vocabulary vocabulary, int rare, int[] from) {
    Postings entries = new Postings(from[from.length - 1], texts.size());
    int[] next = from.clone();
    for (int i = 0; i < texts.size(); i++) {
      IndexedVector text = vocabulary.place(texts.get(i));
      for (int j = 0; j < text.size(); j++) {
        if (text.row(j) >= rare) {
          entries.put(next[text.row(j) - rare]++, i, text.value(j));
        }
      }
    }
    return entries;
  }

  /// The first entry of a feature's list: to ask for it brings the list near.
  int first(int row) {
    return entries.entry(from[row - rare]);
  }

  /// Adds what a letter shares with each text by one of its features.
  ///
  /// @param inCentres as the centres see it: without the manner
  /// @param inRegression as the regression sees it
  /// @param i the number of the feature in the letter
  /// @param first the first entry of its list
  void addTo(float[] inCentres, float[] inRegression, IndexedVector letter, int i, int first) {
    int start = from[letter.row(i) - rare];
    int end = from[letter.row(i) - rare + 1];
    float value = letter.value(i) * times[end - start];
    entries.addTo(inCentres, letter.contentValue(i), inRegression, value, first, start, end);
  }

  /// The sum over the texts of what one unit of a letter's feature shares with each, times what
  /// that says.
  float sum(float[] inCentres, float[] inRegression, IndexedVector letter, int i, int first) {
    int start = from[letter.row(i) - rare];
    int end = from[letter.row(i) - rare + 1];
    float sum = times[end - start] * entries.product(inRegression, first, start, end);
    return letter.isContent(i) ? sum + entries.product(inCentres, first, start, end) : sum;
  }
}
