package org.postbag.classifier;

import java.util.Arrays;
import java.util.List;
import org.postbag.classifier.text.SparseVector;

/// What each feature says for each topic: what it is in the topic's centre, and what the regression
/// has learned of it. Both are sums over the texts that it stands in, so one table serves both. A
/// frequent feature has a full row of sums. Most features stand in a few texts: of these the sums
/// are made when they are asked for, since a row for each would take more memory than all else, and
/// a look at it more time.
///
/// Nearly all the time that this takes is waiting for the memory. So what is needed first of each
/// feature is asked for before any of it is used: none waits after another.
final class FeatureTable {
  /// A feature is rare in so many texts, or in as many as an eighth of the topics: with fewer texts
  /// a full row takes more memory than the list, and hardly less time.
  private static final int FEW = 12;

  /// A centre's numbers are kept so many times as great, for they share their steps with those of
  /// the regression, which are greater.
  private static final float MAGNIFIED = 32;

  private final int topics;
  private final Vocabulary vocabulary;

  /// Those of the frequent features, which have the first rows: for each topic what the feature is
  /// in its centre, magnified, then for each what the regression says.
  private final QuantizedMatrix full;

  private final PostingBlocks lists;
  private final DualCoefficients dualCoefficients;

  private FeatureTable(int topics, Vocabulary vocabulary, QuantizedMatrix full, PostingBlocks lists, DualCoefficients dualCoefficients) {
    this.topics = topics;
    this.vocabulary = vocabulary;
    this.full = full;
    this.lists = lists;
    this.dualCoefficients = dualCoefficients;
  }

  /// @param texts those that were learned from
  /// @param labels the topic of each
  /// @param vocabulary of all of them
  /// @param parts what a text is in the centre of its topic, by topic
  static FeatureTable of(
      List<SparseVector> texts,
      int[] labels,
      Vocabulary vocabulary,
      float[] parts,
      Regression regression) {
    int frequent = vocabulary.inMoreThan(Math.max(FEW, parts.length / 8));
    int[] uses = vocabulary.uses();
    float[] full = new float[frequent * 2 * parts.length];
    for (int i = 0; i < labels.length; i++) {
      IndexedVector text = vocabulary.place(texts.get(i));
      for (int j = 0; j < text.size(); j++) {
        int row = text.row(j);
        if (row < frequent) {
          int start = row * 2 * parts.length;
          full[start + labels[i]] += text.contentValue(j) * parts[labels[i]] * MAGNIFIED;
          float times = regression.times(uses[row]);
          regression.addTo(full, start + parts.length, i, text.value(j) * times);
        }
      }
    }
    return new FeatureTable(
        parts.length,
        vocabulary,
        QuantizedMatrix.of(full, 2 * parts.length),
        PostingBlocks.of(texts, vocabulary, frequent, regression),
        DualCoefficients.of(labels, parts, regression));
  }

  /// The same for other topics; for new ones no feature says anything.
  ///
  /// @param before the number each topic had before, [LabelledText#NONE] for a new one
  FeatureTable carriedOver(int[] before) {
    int[] twice = Arrays.copyOf(before, 2 * before.length);
    for (int t = 0; t < before.length; t++) {
      twice[before.length + t] = before[t] < 0 ? before[t] : topics + before[t];
    }
    return new FeatureTable(
        before.length, vocabulary, full.carriedOver(twice), lists, dualCoefficients.carriedOver(before));
  }

  /// A text with its features found here.
  IndexedVector place(SparseVector text) {
    return vocabulary.place(text);
  }

  private boolean isFrequent(int row) {
    return row >= 0 && row < full.size();
  }

  private boolean isRare(int row) {
    return row >= full.size();
  }

  /// The first entry of each list, or the first number of each full row.
  private int[] firstLooks(IndexedVector letter) {
    int[] first = new int[letter.size()];
    for (int i = 0; i < first.length; i++) {
      int row = letter.row(i);
      if (isRare(row)) {
        first[i] = lists.first(row);
      } else if (isFrequent(row)) {
        first[i] = full.first(row);
      }
    }
    return first;
  }

  /// What a letter's features say together.
  ///
  /// @param letter as [#place] gives it
  RawScores said(IndexedVector letter) {
    int[] first = firstLooks(letter);
    float[] sums = new float[2 * topics];
    for (int i = 0; i < first.length; i++) {
      if (isFrequent(letter.row(i))) {
        full.addTo(sums, letter.row(i), letter.value(i));
      }
    }
    float[] inCentres = new float[dualCoefficients.texts()];
    float[] inRegression = new float[dualCoefficients.texts()];
    for (int i = 0; i < first.length; i++) {
      if (isRare(letter.row(i))) {
        lists.addTo(inCentres, inRegression, letter, i, first[i]);
      }
    }
    RawScores rawScores = RawScores.of(sums, MAGNIFIED);
    dualCoefficients.addTo(rawScores, inCentres, inRegression);
    return rawScores;
  }

  /// The cosine of one text to one centre, as it was learned.
  float cosine(SparseVector text, int topic) {
    return said(place(text)).cosines()[topic];
  }

  /// What one unit of each feature of a letter adds to a lead.
  float[] slopes(Margin margin, IndexedVector letter) {
    float[] inCentres = dualCoefficients.leadsInCentres(margin);
    float[] inRegression = dualCoefficients.leadsInRegression(margin);
    int[] first = firstLooks(letter);
    float[] slopes = new float[first.length];
    for (int i = 0; i < slopes.length; i++) {
      int row = letter.row(i);
      if (isFrequent(row)) {
        slopes[i] = slope(margin, row);
      } else if (isRare(row)) {
        slopes[i] = lists.sum(inCentres, inRegression, letter, i, first[i]);
      }
    }
    return slopes;
  }

  private float slope(Margin margin, int row) {
    float slope =
        margin.centre() / MAGNIFIED * full.value(row, margin.topic())
            + margin.regression() * full.value(row, topics + margin.topic());
    return margin.against() < 0
        ? slope
        : slope
            - margin.otherCentre() / MAGNIFIED * full.value(row, margin.against())
            - margin.regression() * full.value(row, topics + margin.against());
  }
}
