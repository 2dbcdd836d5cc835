package org.postbag.classifier;

/// A table of values for each topic, row by row. A number takes 16 bits: it is so many steps of
/// its row's own, 65,534 of which span the row. A letter asks for hundreds of rows, and waits for
/// the memory more than for anything else.
final class QuantizedMatrix {
  private final int width;
  private final short[] values;

  /// What one step is worth in each row.
  private final float[] steps;

  private QuantizedMatrix(int width, short[] values, float[] steps) {
    this.width = width;
    this.values = values;
    this.steps = steps;
  }

  /// @param width the values of a row
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

  /// A row's first number, in steps: to ask for it brings the row near.
  int first(int row) {
    return values[row * width];
  }

  float value(int row, int column) {
    return values[row * width + column] * steps[row];
  }

  /// What a row has of one column, less what it has of another.
  ///
  /// @param against [LabelledText#NONE] for none
  float difference(int row, int column, int against) {
    return value(row, column) - (against < 0 ? 0 : value(row, against));
  }

  /// Adds a row, factor a factor.
  void addTo(float[] sums, int row, float factor) {
    addTo(sums, values, row * width, factor * steps[row]);
  }

  private static void addTo(float[] sums, short[] values, int start, float factor) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] += factor * values[start + c];
    }
  }

  /// The same with other columns, those that are new being 0.
  ///
  /// @param before the number each column had before, [LabelledText#NONE] for a new one
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
