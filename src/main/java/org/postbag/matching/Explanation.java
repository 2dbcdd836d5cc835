package org.postbag.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.postbag.matching.learned.Learned;
import org.postbag.matching.words.Features;
import org.postbag.matching.words.KeywordHit;
import org.postbag.matching.words.Token;

/// Why one topic scored higher than another: every word's and keyword's share of the difference.
/// All shares together are the difference, because each kind of evidence is a sum over words.
final class Explanation {
  /// Reasons that are named one by one; the rest are added up.
  private static final int MOST_NAMED = 40;

  private final Sight sight;
  private final double[] byToken;
  private final List<Evidence> evidence = new ArrayList<>();

  /// @param against the topic to compare with, -1 for none
  Explanation(Sight sight, Features features, Learned learned, int topic, int against) {
    this.sight = sight;
    this.byToken = new double[sight.tokens().size()];
    features.spread(
        sight.tokens(),
        (token, feature, value) ->
            byToken[token] +=
                value * (slope(learned, feature, topic) - slope(learned, feature, against)));
    for (KeywordHit hit : sight.hits()) {
      double sign = hit.topic() == topic ? 1 : hit.topic() == against ? -1 : 0;
      if (sign != 0 && !hit.keyword().excluded()) {
        double points = learned.weights().fusion().keyword() * sight.keywords().part(hit);
        evidence.add(reason(hit, sign * points));
      }
    }
    addWords();
  }

  private static double slope(Learned learned, int feature, int topic) {
    return topic < 0 ? 0 : learned.slope(feature, topic);
  }

  /// A keyword, together with what its words say by themselves.
  private Evidence reason(KeywordHit hit, double points) {
    double sum = points;
    for (int i = hit.first(); i <= hit.last(); i++) {
      sum += byToken[i];
      byToken[i] = 0;
    }
    Token first = sight.tokens().get(hit.first());
    Token last = sight.tokens().get(hit.last());
    return new Evidence(hit.keyword().text(), sum, where(first), first.start(), last.end());
  }

  private void addWords() {
    for (int i = 0; i < byToken.length; i++) {
      if (byToken[i] != 0) {
        Token token = sight.tokens().get(i);
        evidence.add(
            new Evidence(token.surface(), byToken[i], where(token), token.start(), token.end()));
      }
    }
  }

  private static Evidence.Where where(Token token) {
    return token.subject() ? Evidence.Where.SUBJECT : Evidence.Where.VISIBLE_TEXT;
  }

  /// The weightiest first; the many small ones as one, last.
  List<Evidence> evidence() {
    evidence.sort(Comparator.comparingDouble((Evidence e) -> -Math.abs(e.weight())));
    if (evidence.size() <= MOST_NAMED) {
      return evidence;
    }
    List<Evidence> shown = new ArrayList<>(evidence.subList(0, MOST_NAMED));
    List<Evidence> rest = evidence.subList(MOST_NAMED, evidence.size());
    double sum = rest.stream().mapToDouble(Evidence::weight).sum();
    shown.add(new Evidence("other words", sum, Evidence.Where.NOWHERE, -1, -1));
    return shown;
  }
}
