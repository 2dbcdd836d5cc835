package org.postbag.matching.learned;

import java.util.List;
import org.postbag.matching.words.Vector;

/// The texts that each rare feature stands in.
final class RareFeatures {
  /// Feature by feature: in the upper half the text, or its complement when it is the feature's
  /// last; in the lower half the bits of its value there.
  private final long[] texts;

  private RareFeatures(long[] texts) {
    this.texts = texts;
  }

  /// @param numbers below 0 for the rare features: the complement of where their texts begin
  /// @param uses in how many texts each feature stands
  static RareFeatures of(
      List<Vector> texts, Vocabulary vocabulary, float[] stretch, int[] numbers, int[] uses) {
    int size = 0;
    for (int row = 0; row < uses.length; row++) {
      size += numbers[row] < 0 ? uses[row] : 0;
    }
    long[] all = new long[size];
    int[] seen = new int[numbers.length];
    for (int i = 0; i < texts.size(); i++) {
      Placed placed = vocabulary.place(texts.get(i));
      for (int j = 0; j < placed.size(); j++) {
        int row = placed.row(j);
        if (numbers[row] < 0) {
          int at = ~numbers[row] + seen[row]++;
          int text = seen[row] == uses[row] ? ~i : i;
          all[at] = use(text, placed.value(j) * stretch[row] * stretch[row]);
        }
      }
    }
    return new RareFeatures(all);
  }

  private static long use(int text, float value) {
    return ((long) text << 32) | Float.floatToRawIntBits(value);
  }

  private static boolean isLast(long use) {
    return use < 0;
  }

  private static int text(long use) {
    int text = (int) (use >> 32);
    return text < 0 ? ~text : text;
  }

  private static float value(long use) {
    return Float.intBitsToFloat((int) use);
  }

  /// The first text of each rare feature, 0 for the others. They are asked for all at once, before
  /// one of them is used: none waits for the memory after another.
  ///
  /// @param starts below 0 for the rare ones: the complement of where their texts begin
  /// @param unknown what stands for a feature that has no texts
  long[] firstTexts(int[] starts, int unknown) {
    long[] first = new long[starts.length];
    for (int i = 0; i < starts.length; i++) {
      first[i] = starts[i] < 0 && starts[i] != unknown ? texts[~starts[i]] : 0;
    }
    return first;
  }

  /// Adds a feature's value in each of its texts, times a factor.
  ///
  /// @param first the first of its texts, which stands at `start`
  void spread(float[] byText, long first, int start, float times) {
    long use = first;
    int at = start;
    byText[text(use)] += times * value(use);
    while (!isLast(use)) {
      use = texts[++at];
      byText[text(use)] += times * value(use);
    }
  }

  /// The sum of a number of each of a feature's texts by its values there.
  float product(float[] ofTexts, long first, int start) {
    long use = first;
    int at = start;
    float sum = value(use) * ofTexts[text(use)];
    while (!isLast(use)) {
      use = texts[++at];
      sum += value(use) * ofTexts[text(use)];
    }
    return sum;
  }
}
