package org.postbag.classifier;

import java.util.Arrays;
import java.util.List;
import org.postbag.classifier.text.SparseVector;

/// The trained table: what each feature contributes to each label's cosine and logit. Both are sums
/// over the texts with the feature, so one table serves both. A frequent feature has a full row of
/// sums. Most features are rare; theirs are computed on demand from postings, since a row each
/// would take most of the memory and more time to read.
///
/// Nearly all the time goes to cache misses, so the first word of every row is read before any is
/// used: the misses then overlap.
final class FeatureTable {
  /// A feature is rare in up to 12 texts, or an eighth of the number of labels: below that a full
  /// row takes more memory than the postings and saves hardly any time.
  private static final int RARE_TEXTS = 12;

  /// Cosine parts are stored times 32, because they share a quantization step with the larger
  /// logits.
  private static final float CENTROID_SCALE = 32;

  private final int topics;
  private final Vocabulary vocabulary;

  /// The rows of the frequent features: for each label the scaled cosine part, then for each the
  /// logit part.
  private final QuantizedMatrix frequentRows;

  private final PostingBlocks rareFeatures;
  private final DualCoefficients dualCoefficients;

  private FeatureTable(
      int topics,
      Vocabulary vocabulary,
      QuantizedMatrix frequentRows,
      PostingBlocks rareFeatures,
      DualCoefficients dualCoefficients) {
    this.topics = topics;
    this.vocabulary = vocabulary;
    this.frequentRows = frequentRows;
    this.rareFeatures = rareFeatures;
    this.dualCoefficients = dualCoefficients;
  }

  /// @param texts the training texts
  /// @param labels the label of each
  /// @param vocabulary built from all of them
  /// @param inverseNorms of the centroids
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
          frequentRows[start + labels[i]] +=
              text.contentValue(j) * inverseNorms[labels[i]] * CENTROID_SCALE;
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

  /// The same for a changed list of labels; new ones get nothing from any feature.
  ///
  /// @param before for each new label its previous index, [LabelledText#NONE] for one that is new
  FeatureTable carriedOver(int[] before) {
    int[] columns = Arrays.copyOf(before, 2 * before.length);
    for (int t = 0; t < before.length; t++) {
      columns[before.length + t] = before[t] < 0 ? before[t] : topics + before[t];
    }
    return new FeatureTable(
        before.length,
        vocabulary,
        frequentRows.carriedOver(columns),
        rareFeatures,
        dualCoefficients.carriedOver(before));
  }

  /// The text with the rows of its features.
  IndexedVector index(SparseVector text) {
    return vocabulary.index(text);
  }

  private boolean isFrequent(int row) {
    return row >= 0 && row < frequentRows.size();
  }

  private boolean isRare(int row) {
    return row >= frequentRows.size();
  }

  /// Reads the first entry of each row or postings list, so that cache misses overlap.
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

  /// The cosines and logits of a text.
  ///
  /// @param text as [#index] returns it
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

  /// The trained cosine of one text to one centroid.
  float cosine(SparseVector text, int topic) {
    return rawScores(index(text)).cosines()[topic];
  }

  /// The gradient of a margin with respect to the text's feature values.
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
