package org.postbag.classifier;

import java.util.List;
import java.util.stream.IntStream;
import org.postbag.classifier.text.SparseVector;

/// Texts as rows of a sparse matrix X, and products with the matrix of their similarities X·Xᵀ,
/// which is made only where that is cheaper than going through X twice.
final class GramMatrix {
  /// Columns that are multiplied at a time, so that what stands between the two products is small.
  private static final int BLOCK = 32;

  /// Threads that share the columns, not the texts: so the sums come out the same however they run.
  private static final int THREADS = 2;

  private final int texts;
  private final int features;
  private final int[] from;
  private final int[] feature;
  private final float[] value;

  /// What each text's features that no other text has add to its similarity to itself.
  private final float[] own;

  private final float[][] similarity;

  /// @param stretches what the values of a feature are multiplied by, by how many texts have it
  GramMatrix(List<SparseVector> rows, Vocabulary vocabulary, float[] stretches) {
    int[] uses = vocabulary.uses();
    int[] numbers = new int[uses.length];
    int shared = 0;
    int entries = 0;
    for (int row = 0; row < uses.length; row++) {
      entries += uses[row] > 1 ? uses[row] : 0;
      numbers[row] = uses[row] > 1 ? shared++ : -1;
    }
    texts = rows.size();
    features = shared;
    from = new int[texts + 1];
    own = new float[texts];
    feature = new int[entries];
    value = new float[entries];
    for (int i = 0; i < texts; i++) {
      IndexedVector text = vocabulary.place(rows.get(i));
      from[i + 1] = from[i];
      for (int j = 0; j < text.size(); j++) {
        float times = text.value(j) * stretches[uses[text.row(j)]];
        int number = numbers[text.row(j)];
        if (number < 0) {
          own[i] += times * times;
        } else {
          feature[from[i + 1]] = number;
          value[from[i + 1]++] = times;
        }
      }
    }
    boolean dense = (long) texts * texts < 2L * entries;
    similarity = dense ? similarities() : new float[0][];
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
            float sum = i == j ? own[i] : 0;
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
      add(product, i * width + start, a, i * width + start, own[i], columns);
      for (int at = from[i]; at < from[i + 1]; at++) {
        add(product, i * width + start, byFeature, feature[at] * columns, value[at], columns);
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
