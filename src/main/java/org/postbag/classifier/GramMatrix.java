package org.postbag.classifier;

import java.util.List;
import java.util.stream.IntStream;
import org.postbag.classifier.text.SparseVector;

/// Texts as rows of a sparse matrix X, and products with the Gram matrix X·Xᵀ, which is stored only
/// where that is cheaper than two passes over X.
final class GramMatrix {
  /// Columns per pass, so that the intermediate product stays small.
  private static final int BLOCK = 32;

  /// Threads share the columns, not the texts, so that sums are bit-identical however they are
  /// scheduled.
  private static final int THREADS = 2;

  private final int texts;
  private final int features;
  private final int[] from;
  private final int[] feature;
  private final float[] value;

  /// Per text the squared norm of the features that no other text has.
  private final float[] unsharedNorms;

  private final float[][] similarity;

  /// @param scales factor on a feature's value, by the number of texts that contain it
  GramMatrix(List<SparseVector> rows, Vocabulary vocabulary, float[] scales) {
    int[] textCounts = vocabulary.textCounts();
    int[] numbers = new int[textCounts.length];
    int shared = 0;
    int entries = 0;
    for (int row = 0; row < textCounts.length; row++) {
      entries += textCounts[row] > 1 ? textCounts[row] : 0;
      numbers[row] = textCounts[row] > 1 ? shared++ : -1;
    }
    texts = rows.size();
    features = shared;
    from = new int[texts + 1];
    unsharedNorms = new float[texts];
    feature = new int[entries];
    value = new float[entries];
    for (int i = 0; i < texts; i++) {
      IndexedVector text = vocabulary.index(rows.get(i));
      from[i + 1] = from[i];
      for (int j = 0; j < text.size(); j++) {
        float scaled = text.value(j) * scales[textCounts[text.row(j)]];
        int number = numbers[text.row(j)];
        if (number < 0) {
          unsharedNorms[i] += scaled * scaled;
        } else {
          feature[from[i + 1]] = number;
          value[from[i + 1]++] = scaled;
        }
      }
    }
    boolean precompute = (long) texts * texts < 2L * entries;
    similarity = precompute ? similarities() : new float[0][];
  }

  private float[][] similarities() {
    float[][] all = new float[texts][texts];
    IntStream.range(0, texts)
        .parallel()
        .forEach(i -> {
          float[] dense = new float[features];
          for (int at = from[i]; at < from[i + 1]; at++) {
            dense[feature[at]] += value[at];
          }
          for (int j = 0; j <= i; j++) {
            float sum = i == j ? unsharedNorms[i] : 0;
            for (int at = from[j]; at < from[j + 1]; at++) {
              sum += dense[feature[at]] * value[at];
            }
            all[i][j] = sum;
          }
        });
    for (int i = 0; i < texts; i++) {
      for (int j = 0; j < i; j++) {
        all[j][i] = all[i][j];
      }
    }
    return all;
  }

  /// (X·Xᵀ)·A for a matrix A of `width` columns, row by row in one array.
  float[] timesSimilarity(float[] a, int width) {
    float[] product = new float[texts * width];
    if (similarity.length == 0 && texts > 0) {
      IntStream.range(0, THREADS)
          .parallel()
          .forEach(thread -> {
            for (int start = thread * BLOCK; start < width; start += THREADS * BLOCK) {
              addProduct(product, a, width, start, Math.min(BLOCK, width - start));
            }
          });
      return product;
    }
    IntStream.range(0, texts)
        .parallel()
        .forEach(i -> {
          for (int j = 0; j < texts; j++) {
            add(product, i * width, a, j * width, similarity[i][j], width);
          }
        });
    return product;
  }

  /// X·(Xᵀ·A) for some columns of A.
  private void addProduct(float[] product, float[] a, int width, int start, int columns) {
    float[] byFeature = new float[features * columns];
    for (int i = 0; i < texts; i++) {
      for (int at = from[i]; at < from[i + 1]; at++) {
        add(byFeature, feature[at] * columns, a, i * width + start, value[at], columns);
      }
    }
    for (int i = 0; i < texts; i++) {
      add(product, i * width + start, a, i * width + start, unsharedNorms[i], columns);
      for (int at = from[i]; at < from[i + 1]; at++) {
        add(product, i * width + start, byFeature, feature[at] * columns, value[at], columns);
      }
    }
  }

  private static void add(
      float[] to, int toStart, float[] what, int whatStart, float scaled, int count) {
    for (int c = 0; c < count; c++) {
      to[toStart + c] += what[whatStart + c] * scaled;
    }
  }
}
