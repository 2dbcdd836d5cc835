package org.postbag.classifier;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// L-BFGS for the regression (Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 7.5).
///
/// The weights are always a linear combination of the texts, W = Xᵀ·A (representer theorem), so the
/// search runs over A, which is small while there are few texts, with the inner product that W
/// would have: each vector is stored together with its product with the Gram matrix.
final class Lbfgs {
  private static final int HISTORY = 6;
  private static final double TOLERANCE = 1e-5;

  private final GramMatrix gramMatrix;
  private final int[] labels;
  private final float[] costs;
  private final int topics;

  Lbfgs(GramMatrix gramMatrix, int[] labels, float[] costs, int topics) {
    this.gramMatrix = gramMatrix;
    this.labels = labels;
    this.costs = costs;
    this.topics = topics;
  }

  /// A vector of the search and its product with the Gram matrix.
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

    /// Adds a multiple of another vector, which may be this one.
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

  float[] run(int maxIterations) {
    int size = labels.length * topics;
    Pair point = new Pair(new float[size], new float[size]);
    Deque<Memory> memory = new ArrayDeque<>();
    Pair gradient = gradient(point);
    double first = gradient.times(gradient);
    for (int step = 0;
        step < maxIterations && gradient.times(gradient) > TOLERANCE * first;
        step++) {
      Pair direction = direction(gradient, memory);
      double stepLength = lineSearch(point, direction, gradient.times(direction), memory.isEmpty());
      if (stepLength == 0) {
        break;
      }
      point.add(direction, stepLength);
      Pair next = gradient(point);
      remember(memory, direction, stepLength, gradient, next);
      gradient = next;
    }
    return point.coefficients;
  }

  private void remember(
      Deque<Memory> memory, Pair direction, double stepLength, Pair before, Pair after) {
    Pair step = direction;
    step.add(direction, stepLength - 1);
    Pair change = after.copy();
    change.add(before, -1);
    double product = step.times(change);
    if (product > 0) {
      memory.addFirst(new Memory(step, change, product));
      if (memory.size() > HISTORY) {
        memory.removeLast();
      }
    }
  }

  private Pair direction(Pair gradient, Deque<Memory> memory) {
    Pair q = gradient.copy();
    double[] alphas = new double[memory.size()];
    int i = 0;
    for (Memory m : memory) {
      alphas[i] = m.step.times(q) / m.product;
      q.add(m.change, -alphas[i++]);
    }
    Memory newest = memory.peekFirst();
    double scale = newest == null ? 1 : newest.product / newest.change.times(newest.change);
    q.add(q, scale - 1);
    for (Iterator<Memory> oldest = memory.descendingIterator(); oldest.hasNext(); ) {
      Memory m = oldest.next();
      q.add(m.step, alphas[--i] - m.change.times(q) / m.product);
    }
    q.add(q, -2);
    return q;
  }

  /// Backtracking line search under the Armijo condition; 0 when no step lowers the objective
  /// enough.
  private double lineSearch(Pair point, Pair direction, double slope, boolean first) {
    double stepLength = first ? 1 / Math.max(1, Math.sqrt(-slope)) : 1;
    double before = value(point, direction, 0);
    for (int tries = 0; tries < 20; tries++) {
      if (value(point, direction, stepLength) <= before + 1e-4 * stepLength * slope) {
        return stepLength;
      }
      stepLength /= 2;
    }
    return 0;
  }

  private double value(Pair point, Pair direction, double stepLength) {
    double penalty =
        point.times(point)
            + 2 * stepLength * point.times(direction)
            + stepLength * stepLength * direction.times(direction);
    double loss = 0;
    double[] scores = new double[topics];
    for (int i = 0; i < labels.length; i++) {
      for (int t = 0; t < topics; t++) {
        scores[t] = point.image[i * topics + t] + stepLength * direction.image[i * topics + t];
      }
      loss += costs[i] * (Softmax.logSum(scores) - scores[labels[i]]);
    }
    return penalty / 2 + loss;
  }

  private Pair gradient(Pair point) {
    float[] residuals = new float[point.image.length];
    double[] scores = new double[topics];
    for (int i = 0; i < labels.length; i++) {
      for (int t = 0; t < topics; t++) {
        scores[t] = point.image[i * topics + t];
      }
      double logSum = Softmax.logSum(scores);
      for (int t = 0; t < topics; t++) {
        double residual = Math.exp(scores[t] - logSum) - (t == labels[i] ? 1 : 0);
        residuals[i * topics + t] = (float) (costs[i] * residual);
      }
    }
    Pair gradient = new Pair(residuals, gramMatrix.timesSimilarity(residuals, topics));
    gradient.add(point, 1);
    return gradient;
  }
}
