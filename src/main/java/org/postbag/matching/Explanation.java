package org.postbag.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.postbag.matching.learned.Alike;
import org.postbag.matching.learned.Fusion;
import org.postbag.matching.learned.Learned;
import org.postbag.matching.words.KeywordHit;
import org.postbag.matching.words.Token;
import org.postbag.matching.words.Vector;

/// Why one topic scored higher than another: the share of each word, each keyword and each decided
/// letter nearby in the difference. All shares together are the difference, because each kind of
/// evidence is a sum over words, and a topic's centre is a sum over letters.
final class Explanation {
  /// Reasons that are named one by one; the rest are added up.
  private static final int MOST_NAMED = 40;

  private final Sight sight;
  private final Learned learned;
  private final Fusion fusion;
  private final LearnedFrom learnedFrom;
  private final int topic;
  private final int against;
  private final double[] byToken;
  private final List<Near> near = new ArrayList<>();

  /// @param against the topic to compare with, -1 for none
  Explanation(Sight sight, Learned learned, LearnedFrom learnedFrom, int topic, int against) {
    this.sight = sight;
    this.learned = learned;
    this.fusion = sight.weights().fusion();
    this.learnedFrom = learnedFrom;
    this.topic = topic;
    this.against = against;
    this.byToken = new double[sight.tokens().size()];
  }

  /// A decided letter that reads like this one.
  ///
  /// @param topic the one it was learned from as an example
  record Near(long letter, int topic, Vector vector) {}

  /// With such letters named; their share is no longer among those of the words.
  Explanation with(List<Near> letters) {
    letters.stream().filter(n -> sign(n.topic) != 0).forEach(near::add);
    return this;
  }

  /// What a reason for that topic is a reason for: 1 for the topic, -1 for the other.
  private int sign(int ofTopic) {
    return ofTopic == topic ? 1 : ofTopic == against ? -1 : 0;
  }

  /// What one unit of each feature of the letter adds to the lead.
  private float[] slopes() {
    float[] slopes = learned.slopes(fusion, sight.placed(), topic);
    if (against >= 0) {
      float[] others = learned.slopes(fusion, sight.placed(), against);
      for (int i = 0; i < slopes.length; i++) {
        slopes[i] -= others[i];
      }
    }
    return slopes;
  }

  /// The weightiest first; the many small ones as one, last.
  List<Evidence> evidence() {
    float[] slopes = slopes();
    List<float[]> shared = near.stream().map(n -> own().valuesIn(n.vector)).toList();
    float[][] slopesOfLetters = new float[near.size()][];
    for (int n = 0; n < slopesOfLetters.length; n++) {
      slopesOfLetters[n] = slopes(near.get(n), shared.get(n));
    }
    double[] byLetter = new double[near.size()];
    sight
        .text()
        .spread((token, at, value) -> {
          byToken[token] += value * slopes[at];
          for (int n = 0; n < byLetter.length; n++) {
            double share = value * slopesOfLetters[n][at];
            byLetter[n] += share;
            byToken[token] -= share;
          }
        });
    List<Evidence> evidence = new ArrayList<>();
    addKeywords(evidence);
    addWords(evidence);
    addMeaning(evidence);
    for (int n = 0; n < byLetter.length; n++) {
      evidence.add(reason(near.get(n), shared.get(n), byLetter[n]));
    }
    return shortened(evidence);
  }

  /// The part of each feature's slope that comes from one letter.
  ///
  /// @param shared what the letter has of each feature
  private float[] slopes(Near letter, float[] shared) {
    float[] slopes = new float[shared.length];
    double sign = sign(letter.topic) * fusion.centre();
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = (float) (sign * learned.centres().slopeOfExample(shared[i], letter.topic));
    }
    return slopes;
  }

  private Vector own() {
    return sight.text().vector();
  }

  private Evidence reason(Near letter, float[] shared, double weight) {
    double product = 0;
    for (int i = 0; i < shared.length; i++) {
      product += (double) own().value(i) * shared[i];
    }
    double alike = product / Math.max(1e-9, own().length() * letter.vector.length());
    String name = String.format(Locale.ROOT, "like letter %d (%.2f)", letter.letter, alike);
    return new Evidence(name, weight, Evidence.Where.NOWHERE, -1, -1);
  }

  private void addKeywords(List<Evidence> evidence) {
    for (KeywordHit hit : sight.hits()) {
      int sign = sign(hit.topic());
      if (sign != 0 && !hit.keyword().excluded()) {
        double points = fusion.keyword() * sight.keywords().part(hit);
        evidence.add(reason(hit, sign * points));
      }
    }
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

  private void addWords(List<Evidence> evidence) {
    for (int i = 0; i < byToken.length; i++) {
      if (byToken[i] != 0) {
        Token token = sight.tokens().get(i);
        evidence.add(
            new Evidence(token.surface(), byToken[i], where(token), token.start(), token.end()));
      }
    }
  }

  /// All that the letter's meaning says, named after the nearest letter of the topic it speaks for.
  private void addMeaning(List<Evidence> evidence) {
    Alike forIt = sight.standing().alike(topic);
    double lead = fusion.score(forIt);
    Alike nearest = forIt;
    if (against >= 0) {
      Alike other = sight.standing().alike(against);
      lead -= fusion.score(other);
      nearest = lead < 0 ? other : forIt;
    }
    if (lead != 0) {
      String name =
          String.format(
              Locale.ROOT,
              "similar in meaning to %s (%.2f)",
              learnedFrom.name(nearest.sample()),
              nearest.nearest());
      evidence.add(new Evidence(name, lead, Evidence.Where.NOWHERE, -1, -1));
    }
  }

  private static Evidence.Where where(Token token) {
    return token.subject() ? Evidence.Where.SUBJECT : Evidence.Where.VISIBLE_TEXT;
  }

  private static List<Evidence> shortened(List<Evidence> evidence) {
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
