package org.postbag.classifier;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// L-BFGS for the regression (Nocedal and Wright, Numerical Optimization, algorithm 7.5).
///
/// The weights W are always a combination of the texts, W = Xᵀ·A; so the search goes over A, which
/// is small while the texts are few, with the inner product that W would have: each vector is kept
/// together with its product with the matrix of similarities.
final class Lbfgs {
  private static final int MEMORY = 6;
  private static final double CLOSE_ENOUGH = 1e-5;

  private final GramMatrix gramMatrix;
  private final int[] truth;
  private final float[] costs;
  private final int topics;

  Lbfgs(GramMatrix gramMatrix, int[] truth, float[] costs, int topics) {
    this.gramMatrix = gramMatrix;
    this.truth = truth;
    this.costs = costs;
    this.topics = topics;
  }

  /// A vector of the search, and its image under the similarities.
  private static final class Pair {
    private final float[] coefficients;
    private final float[] image;

    Pair(float[] coefficients, float[] image) {
      this.coefficients = coefficients;
      this.image = image;
    }

    static double dot(float[] a, float[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += (double) a[i] * b[i];
      }
      return sum;
    }

    double times(Pair other) {
      return dot(coefficients, other.image);
    }

    Pair copy() {
      return new Pair(coefficients.clone(), image.clone());
    }

    /// Another may be this one itself.
    void add(Pair other, double factor) {
      add(coefficients, other.coefficients, (float) factor);
      add(image, other.image, (float) factor);
    }

    private static void add(float[] to, float[] what, float factor) {
      for (int i = 0; i < to.length; i++) {
        to[i] += what[i] * factor;
      }
    }
  }

  private record Memory(Pair step, Pair change, double product) {}

  float[] run(int steps) {
    int size = truth.length * topics;
    Pair at = new Pair(new float[size], new float[size]);
    Deque<Memory> memory = new ArrayDeque<>();
    Pair gradient = gradient(at);
    double first = gradient.times(gradient);
    for (int step = 0; step < steps && gradient.times(gradient) > CLOSE_ENOUGH * first; step++) {
      Pair direction = direction(gradient, memory);
      double length = lineSearch(at, direction, gradient.times(direction), memory.isEmpty());
      if (length == 0) {
        break;
      }
      at.add(direction, length);
      Pair next = gradient(at);
      remember(memory, direction, length, gradient, next);
      gradient = next;
    }
    return at.coefficients;
  }

  private void remember(
      Deque<Memory> memory, Pair direction, double length, Pair before, Pair after) {
    Pair step = direction;
    step.add(direction, length - 1);
    Pair change = after.copy();
    change.add(before, -1);
    double product = step.times(change);
    if (product > 0) {
      memory.addFirst(new Memory(step, change, product));
      if (memory.size() > MEMORY) {
        memory.removeLast();
      }
    }
  }

  private Pair direction(Pair gradient, Deque<Memory> memory) {
    Pair q = gradient.copy();
    double[] shares = new double[memory.size()];
    int i = 0;
    for (Memory m : memory) {
      shares[i] = m.step.times(q) / m.product;
      q.add(m.change, -shares[i++]);
    }
    Memory newest = memory.peekFirst();
    double scale = newest == null ? 1 : newest.product / newest.change.times(newest.change);
    q.add(q, scale - 1);
    for (Iterator<Memory> oldest = memory.descendingIterator(); oldest.hasNext(); ) {
      Memory m = oldest.next();
      q.add(m.step, shares[--i] - m.change.times(q) / m.product);
    }
    q.add(q, -2);
    return q;
  }

  /// The first step length that lowers the sum enough (Armijo).
  private double lineSearch(Pair at, Pair direction, double slope, boolean first) {
    double length = first ? 1 / Math.max(1, Math.sqrt(-slope)) : 1;
    double before = value(at, direction, 0);
    for (int tries = 0; tries < 20; tries++) {
      if (value(at, direction, length) <= before + 1e-4 * length * slope) {
        return length;
      }
      length /= 2;
    }
    return 0;
  }

  private double value(Pair at, Pair direction, double length) {
    double penalty =
        at.times(at)
            + 2 * length * at.times(direction)
            + length * length * direction.times(direction);
    double loss = 0;
    double[] scores = new double[topics];
    for (int i = 0; i < truth.length; i++) {
      for (int t = 0; t < topics; t++) {
        scores[t] = at.image[i * topics + t] + length * direction.image[i * topics + t];
      }
      loss += costs[i] * (Softmax.logSum(scores) - scores[truth[i]]);
    }
    return penalty / 2 + loss;
  }

  private Pair gradient(Pair at) {
    float[] pull = new float[at.image.length];
    double[] scores = new double[topics];
    for (int i = 0; i < truth.length; i++) {
      for (int t = 0; t < topics; t++) {
        scores[t] = at.image[i * topics + t];
      }
      double logSum = Softmax.logSum(scores);
      for (int t = 0; t < topics; t++) {
        double wrong = Math.exp(scores[t] - logSum) - (t == truth[i] ? 1 : 0);
        pull[i * topics + t] = (float) (costs[i] * wrong);
      }
    }
    Pair gradient = new Pair(pull, gramMatrix.timesSimilarity(pull, topics));
    gradient.add(at, 1);
    return gradient;
  }
}
