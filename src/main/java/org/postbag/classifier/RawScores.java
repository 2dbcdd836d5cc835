package org.postbag.classifier;

import java.util.Arrays;

/// The cosines and logits of one text for all labels.
final class RawScores {
  private final float[] cosines;
  private final float[] scores;

  private RawScores(float[] cosines, float[] scores) {
    this.cosines = cosines;
    this.scores = scores;
  }

  /// @param sums the scaled cosines of all labels, then their logits
  static RawScores of(float[] sums, float centroidScale) {
    float[] cosines = Arrays.copyOf(sums, sums.length / 2);
    for (int t = 0; t < cosines.length; t++) {
      cosines[t] /= centroidScale;
    }
    return new RawScores(cosines, Arrays.copyOfRange(sums, cosines.length, sums.length));
  }

  /// The cosine to each centroid, 0 to 1; mutable.
  float[] cosines() {
    return cosines;
  }

  /// The logit of each label; 0 without examples; mutable.
  float[] scores() {
    return scores;
  }
}
