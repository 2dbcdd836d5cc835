package org.postbag.matching;

import java.util.List;
import org.postbag.matching.learned.Fusion;
import org.postbag.matching.learned.Softmax;
import org.postbag.matching.words.KeywordHit;
import org.postbag.matching.words.Token;
import org.postbag.matching.words.Vector;

/// All that is known about one letter before its topic is chosen.
final class Sight {
  private final List<Token> tokens;
  private final List<KeywordHit> hits;
  private final Vector vector;
  private final KeywordEvidence keywords;
  private final double[] scores;
  private final double[] probabilities;

  Sight(
      List<Token> tokens,
      List<KeywordHit> hits,
      Vector vector,
      KeywordEvidence keywords,
      double[] scores,
      double none) {
    this.tokens = tokens;
    this.hits = hits;
    this.vector = vector;
    this.keywords = keywords;
    this.scores = scores;
    this.probabilities = probabilities(scores, none);
  }

  private static double[] probabilities(double[] scores, double none) {
    double[] all = new double[scores.length + 1];
    System.arraycopy(scores, 0, all, 0, scores.length);
    all[scores.length] = none;
    double logSum = Softmax.logSum(all);
    for (int i = 0; i < all.length; i++) {
      all[i] = Math.exp(all[i] - logSum);
    }
    return all;
  }

  /// The score of each topic; an excluded one has minus infinity.
  static double[] scores(
      Fusion fusion, KeywordEvidence keywords, float[] cosines, double[] logProbabilities) {
    double[] scores = new double[cosines.length];
    for (int t = 0; t < scores.length; t++) {
      scores[t] =
          keywords.excludes(t)
              ? Double.NEGATIVE_INFINITY
              : fusion.score(keywords.of(t), cosines[t], logProbabilities[t]);
    }
    return scores;
  }

  List<Token> tokens() {
    return tokens;
  }

  List<KeywordHit> hits() {
    return hits;
  }

  Vector vector() {
    return vector;
  }

  KeywordEvidence keywords() {
    return keywords;
  }

  double score(int topic) {
    return scores[topic];
  }

  double probability(int topic) {
    return probabilities[topic];
  }

  double noneProbability() {
    return probabilities[probabilities.length - 1];
  }

  /// The likeliest topic but one, -1 when every topic is excluded.
  int best(int but) {
    int best = -1;
    for (int t = 0; t < scores.length; t++) {
      boolean possible = t != but && scores[t] != Double.NEGATIVE_INFINITY;
      if (possible && (best < 0 || scores[t] > scores[best])) {
        best = t;
      }
    }
    return best;
  }
}
