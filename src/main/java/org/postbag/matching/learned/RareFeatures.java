package org.postbag.matching.learned;

/// The texts that each rare feature stands in, feature by feature: in the upper half of a number
/// the text, or its complement when it is the feature's last; in the lower half the bits of the
/// feature's value there.
final class RareFeatures {
  private RareFeatures() {}

  /// A text that a feature stands in.
  ///
  /// @param text its number, or the complement of it when it is the feature's last
  static long use(int text, float value) {
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

  /// Adds a feature's value in each of its texts, times a factor.
  ///
  /// @param first the first of its texts, which stands at `start`
  static void spread(long[] texts, float[] byText, long first, int start, float times) {
    long use = first;
    int at = start;
    byText[text(use)] += times * value(use);
    while (!isLast(use)) {
      use = texts[++at];
      byText[text(use)] += times * value(use);
    }
  }

  /// The sum of a number of each of a feature's texts by its values there.
  ///
  /// @param first the first of its texts, which stands at `start`
  static float product(long[] texts, float[] ofTexts, long first, int start) {
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
