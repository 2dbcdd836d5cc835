package org.postbag.matching.learned;

import java.util.List;
import java.util.stream.IntStream;
import org.postbag.matching.words.Vector;

/// Texts as rows of a sparse matrix X, and products with the matrix of their similarities X·Xᵀ,
/// which is made only where that is cheaper than going through X twice.
final class Matrix {
  private final int texts;
  private final int features;
  private final int[] from;
  private final int[] feature;
  private final float[] value;
  private final float[][] similarity;

  /// @param stretch what the values of each feature are multiplied by
  Matrix(List<Vector> rows, Vocabulary vocabulary, float[] stretch) {
    texts = rows.size();
    features = vocabulary.size();
    from = new int[texts + 1];
    for (int i = 0; i < texts; i++) {
      from[i + 1] = from[i] + rows.get(i).size();
    }
    feature = new int[from[texts]];
    value = new float[from[texts]];
    for (int i = 0; i < texts; i++) {
      fill(i, rows.get(i), vocabulary, stretch);
    }
    boolean dense = (long) texts * texts < 2L * from[texts];
    similarity = dense ? similarities() : new float[0][];
  }

  private void fill(int i, Vector row, Vocabulary vocabulary, float[] stretch) {
    for (int j = 0; j < row.size(); j++) {
      feature[from[i] + j] = vocabulary.row(row.feature(j));
      value[from[i] + j] = row.value(j) * stretch[feature[from[i] + j]];
    }
  }

  private float[][] similarities() {
    float[][] all = new float[texts][texts];
    IntStream.range(0, texts)
        .parallel()
        .forEach(i -> {
          float[] spread = new float[features];
          for (int at = from[i]; at < from[i + 1]; at++) {
            spread[feature[at]] += value[at];
          }
          for (int j = 0; j <= i; j++) {
            float sum = 0;
            for (int at = from[j]; at < from[j + 1]; at++) {
              sum += spread[feature[at]] * value[at];
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
      float[] byFeature = transposedTimes(a, width);
      IntStream.range(0, texts)
          .parallel()
          .forEach(i -> {
            for (int at = from[i]; at < from[i + 1]; at++) {
              add(product, i * width, byFeature, feature[at] * width, value[at], width);
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

  /// Xᵀ·A: for each feature its weight for each topic.
  float[] transposedTimes(float[] a, int width) {
    float[] product = new float[features * width];
    int half = width / 2;
    // Threads share the columns, not the texts: so the sums come out the same however they run.
    IntStream.of(0, half)
        .parallel()
        .forEach(start -> addTransposed(product, a, width, start, start == 0 ? half : width));
    return product;
  }

  private void addTransposed(float[] product, float[] a, int width, int start, int end) {
    for (int i = 0; i < texts; i++) {
      for (int at = from[i]; at < from[i + 1]; at++) {
        add(product, feature[at] * width + start, a, i * width + start, value[at], end - start);
      }
    }
  }

  private static void add(
      float[] to, int toStart, float[] what, int whatStart, float times, int count) {
    for (int c = 0; c < count; c++) {
      to[toStart + c] += what[whatStart + c] * times;
    }
  }
}
