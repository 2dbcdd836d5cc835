package org.postbag.classifier;

/// A table of numbers for each topic, row by row. A number takes 16 bits: it is so many steps of
/// its row's own, 65,534 of which span the row. A letter asks for hundreds of rows, and waits for
/// the memory more than for anything else.
final class QuantizedMatrix {
  private final int width;
  private final short[] numbers;

  /// What one step is worth in each row.
  private final float[] steps;

  private QuantizedMatrix(int width, short[] numbers, float[] steps) {
    this.width = width;
    this.numbers = numbers;
    this.steps = steps;
  }

  /// @param width the numbers of a row
  static QuantizedMatrix of(float[] table, int width) {
    int rows = width == 0 ? 0 : table.length / width;
    float[] steps = new float[rows];
    short[] numbers = new short[table.length];
    for (int row = 0; row < rows; row++) {
      int start = row * width;
      steps[row] = greatest(table, start, width) / Short.MAX_VALUE;
      for (int at = start; steps[row] > 0 && at < start + width; at++) {
        numbers[at] = (short) Math.round(table[at] / steps[row]);
      }
    }
    return new QuantizedMatrix(width, numbers, steps);
  }

  private static float greatest(float[] table, int start, int width) {
    float greatest = 0;
    for (int at = start; at < start + width; at++) {
      greatest = Math.max(greatest, Math.abs(table[at]));
    }
    return greatest;
  }

  int size() {
    return steps.length;
  }

  /// A row's first number, in steps: to ask for it brings the row near.
  int first(int row) {
    return numbers[row * width];
  }

  float value(int row, int column) {
    return numbers[row * width + column] * steps[row];
  }

  /// What a row has of one column, less what it has of another.
  ///
  /// @param against [LabelledText#NONE] for none
  float lead(int row, int column, int against) {
    return value(row, column) - (against < 0 ? 0 : value(row, against));
  }

  /// Adds a row, times a factor.
  void addTo(float[] sums, int row, float times) {
    addTo(sums, numbers, row * width, times * steps[row]);
  }

  private static void addTo(float[] sums, short[] numbers, int start, float times) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] += times * numbers[start + c];
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
          carried[row * before.length + c] = numbers[row * width + before[c]];
        }
      }
    }
    return new QuantizedMatrix(before.length, carried, steps);
  }
}
