package org.postbag.matching.keywords;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postbag.catalog.Keyword;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Vectorizer;

/// The evidence of the keywords found in a letter, for each topic. The formula is in the package
/// comment.
public final class KeywordEvidence {
  private final double[] sums;
  private final BitSet excluded = new BitSet();
  private final Map<KeywordHit, Double> points = new HashMap<>();

  public KeywordEvidence(
      int topics, List<KeywordHit> hits, List<Token> tokens, Vectorizer vectorizer) {
    sums = new double[topics];
    Map<Found, Double> counts = new HashMap<>();
    for (KeywordHit hit : hits) {
      if (hit.keyword().excluded()) {
        excluded.set(hit.topic());
      } else {
        counts.merge(new Found(hit), count(hit, tokens), Double::sum);
      }
    }
    for (KeywordHit hit : hits) {
      if (!hit.keyword().excluded()) {
        double times = counts.getOrDefault(new Found(hit), 1.0);
        // n hits are worth 2n / (n + 1) times one: less for each repetition, never more than
        // double.
        double repetition = count(hit, tokens) * 2 / (times + 1);
        double hitPoints = hit.keyword().weight() * meanIdf(hit, tokens, vectorizer) * repetition;
        this.points.put(hit, hitPoints);
        sums[hit.topic()] += hitPoints;
      }
    }
  }

  private record Found(int topic, Keyword keyword) {
    Found(KeywordHit hit) {
      this(hit.topic(), hit.keyword());
    }
  }

  /// A hit in the subject counts twice.
  private static double count(KeywordHit hit, List<Token> tokens) {
    return tokens.get(hit.first()).subject() ? 2 : 1;
  }

  private static double meanIdf(KeywordHit hit, List<Token> tokens, Vectorizer vectorizer) {
    double sum = 0;
    for (int i = hit.first(); i <= hit.last(); i++) {
      sum += vectorizer.relativeIdf(tokens.get(i).term());
    }
    return sum / (hit.last() - hit.first() + 1);
  }

  public boolean excludes(int topic) {
    return excluded.get(topic);
  }

  /// The evidence for a topic; 0 without any hit.
  public double score(int topic) {
    return sums[topic] == 0 ? 0 : Math.log1p(sums[topic]);
  }

  /// The share of one hit in the evidence for its topic.
  public double share(KeywordHit hit) {
    double sum = sums[hit.topic()];
    return sum == 0 ? 0 : score(hit.topic()) * this.points.getOrDefault(hit, 0.0) / sum;
  }
}
