package org.postbag.classifier;

import java.util.Arrays;

/// What a letter's features say for each topic.
final class RawScores {
  private final float[] cosines;
  private final float[] scores;

  private RawScores(float[] cosines, float[] scores) {
    this.cosines = cosines;
    this.scores = scores;
  }

  /// @param sums the cosines to all topics, centroidScale, then the scores of all
  static RawScores of(float[] sums, float centroidScale) {
    float[] cosines = Arrays.copyOf(sums, sums.length / 2);
    for (int t = 0; t < cosines.length; t++) {
      cosines[t] /= centroidScale;
    }
    return new RawScores(cosines, Arrays.copyOfRange(sums, cosines.length, sums.length));
  }

  /// The cosine of the letter to each topic's centre, 0 to 1.
  float[] cosines() {
    return cosines;
  }

  /// The regression's score of each topic; 0 without examples.
  float[] scores() {
    return scores;
  }
}
