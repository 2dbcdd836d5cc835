package org.postbag.classifier;

import java.util.Arrays;
import java.util.List;
import org.postbag.classifier.text.IntFloatMap;
import org.postbag.classifier.text.SparseVector;

/// The cosine to a label's centroid that texts of this label usually have. Texts of a broad label
/// are less alike than those of a narrow one, so the gate expects less of them.
final class ExpectedCosine {
  /// Where no label has examples: 0.25 after the discount, which the shipped weights were fitted
  /// with.
  private static final double WITHOUT_EXAMPLES = 0.3125;

  /// Shrinkage: the mean over all labels counts as many examples of each label.
  private static final double PRIOR_EXAMPLES = 10;

  /// With few examples that share few words the mean would fall to nearly 0, so that any text looks
  /// typical; the shipped value counts as many examples of all labels together.
  private static final double PRIOR_TEXTS = 60;

  /// A centroid of few examples is farther from every text, so less is expected: n/(n + 0.25), a
  /// fifth less with one example.
  private static final double FEW_EXAMPLES_DISCOUNT = 0.25;

  /// However little the examples have in common, a few shared n-grams are not enough.
  private static final double MIN_COSINE = 0.05;

  /// The cosine expected to a label's own text: 0.25.
  static final double OF_LABEL_VECTOR = discounted(WITHOUT_EXAMPLES, 0);

  private final float[] ofTopics;

  /// For a label without examples.
  private final float defaultCosine;

  private ExpectedCosine(float[] ofTopics, float defaultCosine) {
    this.ofTopics = ofTopics;
    this.defaultCosine = defaultCosine;
  }

  /// @param leaveOneOutSums as [#leaveOneOutSum] returns them, per label
  /// @param examples how many examples each label has
  static ExpectedCosine of(double[] leaveOneOutSums, int[] examples) {
    int all = Arrays.stream(examples).sum();
    double defaultCosine =
        (Arrays.stream(leaveOneOutSums).sum() + PRIOR_TEXTS * WITHOUT_EXAMPLES)
            / (all + PRIOR_TEXTS);
    float[] expectedCosines = new float[examples.length];
    for (int t = 0; t < expectedCosines.length; t++) {
      double mean =
          (leaveOneOutSums[t] + PRIOR_EXAMPLES * defaultCosine) / (examples[t] + PRIOR_EXAMPLES);
      expectedCosines[t] = discounted(mean, examples[t]);
    }
    return new ExpectedCosine(expectedCosines, discounted(defaultCosine, 0));
  }

  private static float discounted(double mean, int examples) {
    int count = Math.max(1, examples);
    return (float) Math.max(MIN_COSINE, mean * count / (count + FEW_EXAMPLES_DISCOUNT));
  }

  /// The sum of the examples' cosines, each to the centroid without that example.
  ///
  /// @param sum of the label's text and its examples
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

  /// One per label; not to be modified.
  float[] ofTopics() {
    return ofTopics;
  }

  /// The same for a changed list of labels.
  ///
  /// @param before for each new label its previous index, [LabelledText#NONE] for one that is new
  ExpectedCosine carriedOver(int[] before) {
    float[] next = new float[before.length];
    for (int t = 0; t < next.length; t++) {
      next[t] = before[t] < 0 ? defaultCosine : ofTopics[before[t]];
    }
    return new ExpectedCosine(next, defaultCosine);
  }
}
