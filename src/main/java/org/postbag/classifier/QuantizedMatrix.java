package org.postbag.classifier;

/// A matrix quantized to 16 bits, with one step size per row: value = step × a whole number from
/// -32,767 to 32,767. Scoring reads hundreds of rows and is bound by memory, so half the size
/// counts.
final class QuantizedMatrix {
  private final int width;
  private final short[] values;

  /// The step size of each row.
  private final float[] steps;

  private QuantizedMatrix(int width, short[] values, float[] steps) {
    this.width = width;
    this.values = values;
    this.steps = steps;
  }

  /// @param width columns per row
  static QuantizedMatrix of(float[] table, int width) {
    int rows = width == 0 ? 0 : table.length / width;
    float[] steps = new float[rows];
    short[] values = new short[table.length];
    for (int row = 0; row < rows; row++) {
      int start = row * width;
      steps[row] = max(table, start, width) / Short.MAX_VALUE;
      for (int at = start; steps[row] > 0 && at < start + width; at++) {
        values[at] = (short) Math.round(table[at] / steps[row]);
      }
    }
    return new QuantizedMatrix(width, values, steps);
  }

  private static float max(float[] table, int start, int width) {
    float max = 0;
    for (int at = start; at < start + width; at++) {
      max = Math.max(max, Math.abs(table[at]));
    }
    return max;
  }

  int size() {
    return steps.length;
  }

  /// The first number of a row, in steps; reading it also loads the cache line.
  int first(int row) {
    return values[row * width];
  }

  float value(int row, int column) {
    return values[row * width + column] * steps[row];
  }

  /// The difference of two columns in a row.
  ///
  /// @param against [LabelledText#NONE] for none
  float difference(int row, int column, int against) {
    return value(row, column) - (against < 0 ? 0 : value(row, against));
  }

  /// Adds a row, times a factor.
  void addTo(float[] sums, int row, float factor) {
    addTo(sums, values, row * width, factor * steps[row]);
  }

  private static void addTo(float[] sums, short[] values, int start, float factor) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] += factor * values[start + c];
    }
  }

  /// The same with other columns; new ones are 0.
  ///
  /// @param before for each new column its previous index, [LabelledText#NONE] for one that is new
  QuantizedMatrix carriedOver(int[] before) {
    short[] carried = new short[size() * before.length];
    for (int row = 0; row < size(); row++) {
      for (int c = 0; c < before.length; c++) {
        if (before[c] >= 0) {
          carried[row * before.length + c] = values[row * width + before[c]];
        }
      }
    }
    return new QuantizedMatrix(before.length, carried, steps);
  }
}
