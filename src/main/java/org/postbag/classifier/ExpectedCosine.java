package org.postbag.classifier;

import java.util.Arrays;
import java.util.List;
import org.postbag.classifier.text.IntFloatMap;
import org.postbag.classifier.text.SparseVector;

/// What cosine to its topic's centroidSquares a letter on that topic is expected to have. Letters on a wide
/// matter are less alike than those on a narrow one, so less is asked of them.
final class ExpectedCosine {
  /// Where no topic has examples: then 0.25 is asked, which the shipped weights go with.
  private static final double WITHOUT_EXAMPLES = 0.3125;

  /// What all the topics' examples reach counts as much as so many of a topic's own.
  private static final double PRIOR_EXAMPLES = 10;

  /// A centroidSquares of few examples is far from letters that no topic fits too, so less is enough: with
  /// one example a fifth less.
  private static final double FEW_EXAMPLES_DISCOUNT = 0.25;

  /// However little examples have in common, a letter is not on the topic for a few pieces of
  /// words.
  private static final double MIN_COSINE = 0.05;

  /// What cosine to a topic's own words, without any examples, letters on it are asked for.
  static final double OF_LABEL_VECTOR = discounted(WITHOUT_EXAMPLES, 0);

  private final float[] ofTopics;

  /// For a topic without examples.
  private final float defaultCosine;

  private ExpectedCosine(float[] ofTopics, float defaultCosine) {
    this.ofTopics = ofTopics;
    this.defaultCosine = defaultCosine;
  }

  /// @param reached for each topic, as [#reached] gives it
  /// @param examples how many examples each topic has
  static ExpectedCosine of(double[] leaveOneOutSums, int[] examples) {
    int all = Arrays.stream(examples).sum();
    double defaultCosine = all == 0 ? WITHOUT_EXAMPLES : Arrays.stream(leaveOneOutSums).sum() / all;
    float[] expectedCosines = new float[examples.length];
    for (int t = 0; t < expectedCosines.length; t++) {
      double mean = (leaveOneOutSums[t] + PRIOR_EXAMPLES * defaultCosine) / (examples[t] + PRIOR_EXAMPLES);
      expectedCosines[t] = discounted(mean, examples[t]);
    }
    return new ExpectedCosine(expectedCosines, discounted(defaultCosine, 0));
  }

  private static float discounted(double mean, int examples) {
    int count = Math.max(1, examples);
    return (float) Math.max(MIN_COSINE, mean * count / (count + FEW_EXAMPLES_DISCOUNT));
  }

  /// The cosines of a topic's examples to the centroidSquares that it has without each of them, summed up.
  ///
  /// @param sum of the topic's own words and its examples
  static double leaveOneOutSum(List<SparseVector> examples, IntFloatMap sum) {
    double centroidSquares = square(sum);
    return examples.stream().mapToDouble(example -> cosine(example, sum, centroidSquares)).sum();
  }

  private static double cosine(SparseVector example, IntFloatMap sum, double centroidSquares) {
    double[] products = new double[2];
    example.forEachContent((feature, value) -> {
      products[0] += value * sum.get(feature);
      products[1] += value * value;
    });
    double productWithout = products[0] - products[1];
    double squaredNormWithout = centroidSquares - products[0] - productWithout;
    return productWithout <= 0 ? 0 : productWithout / Math.sqrt(products[1] * squaredNormWithout);
  }

  private static double square(IntFloatMap sum) {
    double squares = 0;
    for (int feature : sum.keys()) {
      squares += (double) sum.get(feature) * sum.get(feature);
    }
    return squares;
  }

  /// One for each topic; not to be changed.
  float[] ofTopics() {
    return ofTopics;
  }

  /// For other topics.
  ///
  /// @param before the number each topic had before, [LabelledText#NONE] for a new one
  ExpectedCosine carriedOver(int[] before) {
    float[] next = new float[before.length];
    for (int t = 0; t < next.length; t++) {
      next[t] = before[t] < 0 ? defaultCosine : ofTopics[before[t]];
    }
    return new ExpectedCosine(next, defaultCosine);
  }
}
