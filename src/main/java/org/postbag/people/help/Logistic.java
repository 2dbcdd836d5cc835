package org.postbag.people.help;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A logistic regression with two outcomes and an L2 penalty, trained by stochastic gradient
/// descent with a step for each weight (AdaGrad, Duchi and others 2011). The same examples give the
/// same weights.
final class Logistic {
  private static final double STEP = 0.3;
  private static final long SEED = 18;

  private final float[] weights;
  private double bias;

  private Logistic(int features) {
    this.weights = new float[features];
  }

  /// An example: the numbers of the features that it has, how much of each, and its outcome.
  static final class Example {
    private final int[] features;
    private final float[] values;
    private final double given;
    private final boolean positive;

    /// @param given what is added to the logit without being learned
    Example(int[] features, float[] values, double given, boolean positive) {
      this.features = features;
      this.values = values;
      this.given = given;
      this.positive = positive;
    }

    /// The number of features that it has.
    int size() {
      return features.length;
    }

    private boolean isPositive() {
      return positive;
    }
  }

  /// @param penalty the weight of the penalty against the loss of one example
  /// @param rounds how often each example is learned from
  static Logistic train(List<Example> examples, int features, double penalty, int rounds) {
    Logistic model = new Logistic(features);
    double[] squares = new double[features + 1];
    Arrays.fill(squares, 1e-3);
    long positive = examples.stream().filter(Example::isPositive).count();
    double balance = (double) (examples.size() - positive) / Math.max(1, positive);
    int[] order = new int[examples.size()];
    Arrays.setAll(order, i -> i);
    Random random = new Random(SEED);
    for (int round = 0; round < rounds; round++) {
      shuffle(order, random);
      for (int i : order) {
        Example example = examples.get(i);
        model.step(example, example.positive ? balance : 1, penalty, squares);
      }
    }
    return model;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  private void step(Example example, double cost, double penalty, double[] squares) {
    double p = 1 / (1 + Math.exp(-example.given - logit(example.features, example.values)));
    double slope = cost * (p - (example.positive ? 1 : 0));
    for (int i = 0; i < example.features.length; i++) {
      int feature = example.features[i];
      double gradient = slope * example.values[i] + penalty * weights[feature];
      squares[feature] += gradient * gradient;
      weights[feature] -= (float) (STEP * gradient / Math.sqrt(squares[feature]));
    }
    squares[weights.length] += slope * slope;
    bias -= STEP * slope / Math.sqrt(squares[weights.length]);
  }

  /// The logarithm of the odds.
  double logit(int[] features, float[] values) {
    double sum = bias;
    for (int i = 0; i < features.length; i++) {
      sum += weights[features[i]] * values[i];
    }
    return sum;
  }

  double weight(int feature) {
    return weights[feature];
  }
}
