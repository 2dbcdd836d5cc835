package org.postbag.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.postbag.classifier.EmbeddingSimilarity;
import org.postbag.classifier.Fusion;
import org.postbag.classifier.LabelledText;
import org.postbag.classifier.TopicModel;
import org.postbag.classifier.text.SparseVector;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.VectorLookup;
import org.postbag.matching.keywords.KeywordHit;
import org.postbag.matching.training.TrainingSet;

/// Why one topic scored higher than another: the share of each word, each keyword and each decided
/// letter nearby in the difference. All shares together are the difference, because each kind of
/// evidence is a sum over words, and a topic's centre is a sum over letters.
final class Explanation {
  /// Reasons that are named one by one; the rest are added up.
  private static final int MOST_NAMED = 40;

  private final ScoredText scoredText;
  private final TopicModel topicModel;
  private final Fusion fusion;
  private final TrainingSet trainingSet;
  private final int topic;
  private final int against;
  private final double[] byToken;
  private final List<TrainingSet.Near> near = new ArrayList<>();

  /// @param against the topic to compare with, [LabelledText#NONE] for none
  Explanation(ScoredText scoredText, TopicModel topicModel, TrainingSet trainingSet, int topic, int against) {
    this.scoredText = scoredText;
    this.topicModel = topicModel;
    this.fusion = scoredText.weights().fusion();
    this.trainingSet = trainingSet;
    this.topic = topic;
    this.against = against;
    this.byToken = new double[scoredText.tokens().size()];
  }

  /// With letters named that were learned from and read like this one; their share is no longer
  /// among those of the words.
  Explanation with(List<TrainingSet.Near> letters) {
    letters.stream().filter(n -> sign(n.topic()) != 0).forEach(near::add);
    return this;
  }

  /// What a reason for that topic is a reason for: 1 for the topic, -1 for the other.
  private int sign(int ofTopic) {
    return ofTopic == topic ? 1 : ofTopic == against ? -1 : 0;
  }

  /// The weightiest first; the many small ones as one, last.
  List<Evidence> evidence() {
    float[] slopes = topicModel.slopes(fusion, scoredText.indexedVector(), topic, against);
    List<Evidence> evidence = new ArrayList<>();
    VectorLookup vectorLookup = VectorLookup.of(own());
    near.forEach(letter -> evidence.add(reason(letter, vectorLookup, slopes)));
    scoredText.text().forEachOccurrence((token, at, value) -> byToken[token] += value * slopes[at]);
    addKeywords(evidence);
    addMeaning(evidence);
    return shortened(evidence, addWords(evidence));
  }

  private SparseVector own() {
    return scoredText.text().vector();
  }

  /// What a letter nearby says. A topic's centre is a sum over letters; this one's part in it is
  /// taken off what the words say.
  ///
  /// @param vectorLookup of the letter's own features
  /// @param slopes what one unit of each feature adds to the lead
  private Evidence reason(TrainingSet.Near letter, VectorLookup vectorLookup, float[] slopes) {
    double part = sign(letter.topic()) * fusion.centroid() * topicModel.slopeOfExample(letter.topic());
    double[] shared = {0};
    vectorLookup.forEachShared(
        letter.vector(),
        (at, value) -> {
          shared[0] += (double) own().value(at) * value;
          slopes[at] -= (float) (part * value);
        });
    double product = shared[0];
    double alike = product / Math.max(1e-9, own().length() * letter.vector().length());
    String name = "like letter " + letter.letter() + " (" + inHundredths(alike) + ")";
    return Evidence.nowhere(name, part * product);
  }

  /// A number from 0 to 1 with two places; a format that is read anew each time takes longer than
  /// the rest of a reason.
  private static String inHundredths(double number) {
    long hundredths = Math.round(number * 100);
    return hundredths / 100 + (hundredths % 100 < 10 ? ".0" : ".") + hundredths % 100;
  }

  private void addKeywords(List<Evidence> evidence) {
    for (KeywordHit hit : scoredText.hits()) {
      int sign = sign(hit.topic());
      if (sign != 0 && !hit.keyword().excluded()) {
        double points = fusion.keyword() * scoredText.keywords().part(hit);
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
    Token first = scoredText.tokens().get(hit.first());
    Token last = scoredText.tokens().get(hit.last());
    return new Evidence(hit.keyword().text(), sum, where(first), first.start(), last.end());
  }

  /// Adds the words that may be named.
  ///
  /// @return the sum of the others
  private double addWords(List<Evidence> evidence) {
    double least = leastNamed();
    double rest = 0;
    for (int i = 0; i < byToken.length; i++) {
      if (Math.abs(byToken[i]) < least) {
        rest += byToken[i];
      } else if (byToken[i] != 0) {
        Token token = scoredText.tokens().get(i);
        evidence.add(
            new Evidence(token.surface(), byToken[i], where(token), token.start(), token.end()));
      }
    }
    return rest;
  }

  /// Words that weigh less than so many others are not named.
  private double leastNamed() {
    double[] weights = Arrays.stream(byToken).map(Math::abs).sorted().toArray();
    return weights.length <= MOST_NAMED ? 0 : weights[weights.length - MOST_NAMED];
  }

  /// All that the letter's meaning says, named after the nearest letter of the topic it speaks for.
  private void addMeaning(List<Evidence> evidence) {
    EmbeddingSimilarity forIt = scoredText.topicScores().similarity(topic);
    double lead = fusion.score(forIt);
    EmbeddingSimilarity nearest = forIt;
    if (against != LabelledText.NONE) {
      EmbeddingSimilarity other = scoredText.topicScores().similarity(against);
      lead -= fusion.score(other);
      nearest = lead < 0 ? other : forIt;
    }
    if (lead != 0) {
      String name =
          String.format(
              Locale.ROOT,
              "similar in meaning to %s (%.2f)",
              trainingSet.name(nearest.sample()),
              nearest.nearest());
      evidence.add(Evidence.nowhere(name, lead));
    }
  }

  private static Evidence.Where where(Token token) {
    return token.subject() ? Evidence.Where.SUBJECT : Evidence.Where.VISIBLE_TEXT;
  }

  /// @param unnamed the weight of what is among the rest in any case
  private static List<Evidence> shortened(List<Evidence> evidence, double unnamed) {
    evidence.sort(Comparator.comparingDouble((Evidence e) -> -Math.abs(e.weight())));
    int named = Math.min(MOST_NAMED, evidence.size());
    List<Evidence> shown = new ArrayList<>(evidence.subList(0, named));
    List<Evidence> rest = evidence.subList(named, evidence.size());
    double sum = unnamed + rest.stream().mapToDouble(Evidence::weight).sum();
    if (sum != 0) {
      shown.add(Evidence.nowhere("other words", sum));
    }
    return shown;
  }
}
