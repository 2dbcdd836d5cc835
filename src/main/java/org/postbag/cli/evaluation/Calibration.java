package org.postbag.cli.evaluation;

import java.util.List;
import java.util.Random;

/// Whether of the answers with a confidence of seven in ten seven in ten are right.
///
/// @param error the expected calibration error in 15 bins, 0 to 1; not a number where confidences
///   are no probabilities
/// @param floor the error to be expected of a perfect one with the same confidences, only because
///   letters are few: the mean over drawn outcomes
record Calibration(double error, double floor) {
  private static final int BINS = 15;
  private static final int DRAWS = 200;

  static Calibration of(List<RankedLabel> guesses) {
    if (!guesses.stream().allMatch(g -> g.confidence() >= 0 && g.confidence() <= 1)) {
      return new Calibration(Double.NaN, Double.NaN);
    }
    double[] confidences = guesses.stream().mapToDouble(RankedLabel::confidence).toArray();
    boolean[] right = new boolean[confidences.length];
    for (int i = 0; i < right.length; i++) {
      right[i] = guesses.get(i).right();
    }
    return new Calibration(error(confidences, right), floor(confidences));
  }

  private static double floor(double[] confidences) {
    Random chance = new Random(0);
    boolean[] right = new boolean[confidences.length];
    double sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int i = 0; i < right.length; i++) {
        right[i] = chance.nextDouble() < confidences[i];
      }
      sum += error(confidences, right);
    }
    return sum / DRAWS;
  }

  private static double error(double[] confidences, boolean[] right) {
    double[] gap = new double[BINS];
    for (int i = 0; i < confidences.length; i++) {
      int bin = Math.clamp((long) (confidences[i] * BINS), 0, BINS - 1);
      gap[bin] += confidences[i] - (right[i] ? 1 : 0);
    }
    double error = 0;
    for (double of : gap) {
      error += Math.abs(of);
    }
    return error / confidences.length;
  }
}
