package org.postbag.classifier;

import java.util.Arrays;
import java.util.List;
import org.postbag.classifier.text.SparseVector;

/// What each feature says for each topic: what it is in the topic's centre, and what the regression
/// has learned of it. Both are sums over the texts that it stands in, so one table serves both. A
/// frequent feature has a frequentRows row of sums. Most features stand in a few texts: of these the sums
/// are made when they are asked for, since a row for each would take more memory than all else, and
/// a look at it more time.
///
/// Nearly all the time that this takes is waiting for the memory. So what is needed first of each
/// feature is asked for before any of it is used: none waits after another.
final class FeatureTable {
  /// A feature is rare in so many texts, or in as many as an eighth of the topics: with fewer texts
  /// a frequentRows row takes more memory than the list, and hardly less time.
  private static final int RARE_TEXTS = 12;

  /// A centre's numbers are kept so many times as great, for they share their steps with those of
  /// the regression, which are greater.
  private static final float CENTROID_SCALE = 32;

  private final int topics;
  private final Vocabulary vocabulary;

  /// Those of the frequent features, which have the first rows: for each topic what the feature is
  /// in its centre, magnified, then for each what the regression says.
  private final QuantizedMatrix frequentRows;

  private final PostingBlocks rareFeatures;
  private final DualCoefficients dualCoefficients;

  private FeatureTable(int topics, Vocabulary vocabulary, QuantizedMatrix frequentRows, PostingBlocks rareFeatures, DualCoefficients dualCoefficients) {
    this.topics = topics;
    this.vocabulary = vocabulary;
    this.frequentRows = frequentRows;
    this.rareFeatures = rareFeatures;
    this.dualCoefficients = dualCoefficients;
  }

  /// @param texts those that were learned from
  /// @param labels the topic of each
  /// @param vocabulary of all of them
  /// @param inverseNorms what a text is in the centre of its topic, by topic
  static FeatureTable of(
      List<SparseVector> texts,
      int[] labels,
      Vocabulary vocabulary,
      float[] inverseNorms,
      Regression regression) {
    int frequent = vocabulary.rowsInMoreThan(Math.max(RARE_TEXTS, inverseNorms.length / 8));
    int[] textCounts = vocabulary.textCounts();
    float[] frequentRows = new float[frequent * 2 * inverseNorms.length];
    for (int i = 0; i < labels.length; i++) {
      IndexedVector text = vocabulary.index(texts.get(i));
      for (int j = 0; j < text.size(); j++) {
        int row = text.row(j);
        if (row < frequent) {
          int start = row * 2 * inverseNorms.length;
          frequentRows[start + labels[i]] += text.contentValue(j) * inverseNorms[labels[i]] * CENTROID_SCALE;
          float scale = regression.productScale(textCounts[row]);
          regression.addTo(frequentRows, start + inverseNorms.length, i, text.value(j) * scale);
        }
      }
    }
    return new FeatureTable(
        inverseNorms.length,
        vocabulary,
        QuantizedMatrix.of(frequentRows, 2 * inverseNorms.length),
        PostingBlocks.of(texts, vocabulary, frequent, regression),
        DualCoefficients.of(labels, inverseNorms, regression));
  }

  /// The same for other topics; for new ones no feature says anything.
  ///
  /// @param before the number each topic had before, [LabelledText#NONE] for a new one
  FeatureTable carriedOver(int[] before) {
    int[] columns = Arrays.copyOf(before, 2 * before.length);
    for (int t = 0; t < before.length; t++) {
      columns[before.length + t] = before[t] < 0 ? before[t] : topics + before[t];
    }
    return new FeatureTable(
        before.length, vocabulary, frequentRows.carriedOver(columns), rareFeatures, dualCoefficients.carriedOver(before));
  }

  /// A text with its features found here.
  IndexedVector index(SparseVector text) {
    return vocabulary.index(text);
  }

  private boolean isFrequent(int row) {
    return row >= 0 && row < frequentRows.size();
  }

  private boolean isRare(int row) {
    return row >= frequentRows.size();
  }

  /// The first entry of each list, or the first number of each frequentRows row.
  private int[] prefetch(IndexedVector text) {
    int[] first = new int[text.size()];
    for (int i = 0; i < first.length; i++) {
      int row = text.row(i);
      if (isRare(row)) {
        first[i] = rareFeatures.first(row);
      } else if (isFrequent(row)) {
        first[i] = frequentRows.first(row);
      }
    }
    return first;
  }

  /// What a text's features say together.
  ///
  /// @param text as [#place] gives it
  RawScores rawScores(IndexedVector text) {
    int[] first = prefetch(text);
    float[] sums = new float[2 * topics];
    for (int i = 0; i < first.length; i++) {
      if (isFrequent(text.row(i))) {
        frequentRows.addTo(sums, text.row(i), text.value(i));
      }
    }
    float[] centroidProducts = new float[dualCoefficients.texts()];
    float[] regressionProducts = new float[dualCoefficients.texts()];
    for (int i = 0; i < first.length; i++) {
      if (isRare(text.row(i))) {
        rareFeatures.addTo(centroidProducts, regressionProducts, text, i, first[i]);
      }
    }
    RawScores rawScores = RawScores.of(sums, CENTROID_SCALE);
    dualCoefficients.addTo(rawScores, centroidProducts, regressionProducts);
    return rawScores;
  }

  /// The cosine of one text to one centre, as it was learned.
  float cosine(SparseVector text, int topic) {
    return rawScores(index(text)).cosines()[topic];
  }

  /// What one unit of each feature of a text adds to a lead.
  float[] slopes(Margin margin, IndexedVector text) {
    float[] centroidWeights = dualCoefficients.centroidWeights(margin);
    float[] regressionWeights = dualCoefficients.regressionWeights(margin);
    int[] first = prefetch(text);
    float[] slopes = new float[first.length];
    for (int i = 0; i < slopes.length; i++) {
      int row = text.row(i);
      if (isFrequent(row)) {
        slopes[i] = slope(margin, row);
      } else if (isRare(row)) {
        slopes[i] = rareFeatures.sum(centroidWeights, regressionWeights, text, i, first[i]);
      }
    }
    return slopes;
  }

  private float slope(Margin margin, int row) {
    float slope =
        margin.centroid() / CENTROID_SCALE * frequentRows.value(row, margin.topic())
            + margin.regression() * frequentRows.value(row, topics + margin.topic());
    return margin.against() < 0
        ? slope
        : slope
            - margin.otherCentroid() / CENTROID_SCALE * frequentRows.value(row, margin.against())
            - margin.regression() * frequentRows.value(row, topics + margin.against());
  }
}
