package org.postbag.classifier;

import java.util.Arrays;
import java.util.List;
import org.postbag.classifier.text.IntFloatMap;
import org.postbag.classifier.text.SparseVector;

/// What cosine to its topic's centre a letter on that topic is expected to have. Letters on a wide
/// matter are less alike than those on a narrow one, so less is asked of them.
final class ExpectedCosine {
  /// Where no topic has examples: then 0.25 is asked, which the shipped weights go with.
  private static final double WITHOUT_ANY = 0.3125;

  /// What all the topics' examples reach counts as much as so many of a topic's own.
  private static final double AS_MANY = 10;

  /// A centre of few examples is far from letters that no topic fits too, so less is enough: with
  /// one example a fifth less.
  private static final double LESS_WITH_FEW = 0.25;

  /// However little examples have in common, a letter is not on the topic for a few pieces of
  /// words.
  private static final double LEAST = 0.05;

  /// What cosine to a topic's own words, without any examples, letters on it are asked for.
  static final double OF_OWN_WORDS = asked(WITHOUT_ANY, 0);

  private final float[] ofTopics;

  /// For a topic without examples.
  private final float usual;

  private ExpectedCosine(float[] ofTopics, float usual) {
    this.ofTopics = ofTopics;
    this.usual = usual;
  }

  /// @param reached for each topic, as [#reached] gives it
  /// @param examples how many examples each topic has
  static ExpectedCosine of(double[] reached, int[] examples) {
    int all = Arrays.stream(examples).sum();
    double usual = all == 0 ? WITHOUT_ANY : Arrays.stream(reached).sum() / all;
    float[] reaches = new float[examples.length];
    for (int t = 0; t < reaches.length; t++) {
      double mean = (reached[t] + AS_MANY * usual) / (examples[t] + AS_MANY);
      reaches[t] = asked(mean, examples[t]);
    }
    return new ExpectedCosine(reaches, asked(usual, 0));
  }

  private static float asked(double reached, int examples) {
    int some = Math.max(1, examples);
    return (float) Math.max(LEAST, reached * some / (some + LESS_WITH_FEW));
  }

  /// The cosines of a topic's examples to the centre that it has without each of them, summed up.
  ///
  /// @param sum of the topic's own words and its examples
  static double reached(List<SparseVector> examples, IntFloatMap sum) {
    double centre = square(sum);
    return examples.stream().mapToDouble(example -> cosine(example, sum, centre)).sum();
  }

  private static double cosine(SparseVector example, IntFloatMap sum, double centre) {
    double[] products = new double[2];
    example.forEachContent((feature, value) -> {
      products[0] += value * sum.get(feature);
      products[1] += value * value;
    });
    double apart = products[0] - products[1];
    double rest = centre - products[0] - apart;
    return apart <= 0 ? 0 : apart / Math.sqrt(products[1] * rest);
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
      next[t] = before[t] < 0 ? usual : ofTopics[before[t]];
    }
    return new ExpectedCosine(next, usual);
  }
}
