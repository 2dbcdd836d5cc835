package org.postbag.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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

/// Why one topic scored higher than another: the share of each word, keyword and training letter in
/// the difference. The shares add up to the difference, because each kind of evidence is a sum over
/// words, and a topic's centroid is a sum over letters.
final class Explanation {
  /// Reasons listed separately; the rest is summed up.
  private static final int MAX_NAMED = 40;

  private final ScoredText scoredText;
  private final TopicModel topicModel;
  private final Fusion fusion;
  private final TrainingSet trainingSet;
  private final int topic;
  private final int against;
  private final double[] byToken;

  /// The words that count as such: pieces of a word are no reason that anyone could follow.
  private final BitSet named = new BitSet();

  private final List<TrainingSet.Near> near = new ArrayList<>();

  /// @param against the topic to compare with, [LabelledText#NONE] for none
  Explanation(
      ScoredText scoredText,
      TopicModel topicModel,
      TrainingSet trainingSet,
      int topic,
      int against) {
    this.scoredText = scoredText;
    this.topicModel = topicModel;
    this.fusion = scoredText.weights().fusion();
    this.trainingSet = trainingSet;
    this.topic = topic;
    this.against = against;
    this.byToken = new double[scoredText.tokens().size()];
  }

  /// Adds similar training letters as reasons; their share is no longer part of the words' shares.
  Explanation with(List<TrainingSet.Near> letters) {
    letters.stream().filter(n -> sign(n.topic()) != 0).forEach(near::add);
    return this;
  }

  /// 1 for evidence for the topic, -1 for the topic it is compared with, 0 for any other.
  private int sign(int ofTopic) {
    return ofTopic == topic ? 1 : ofTopic == against ? -1 : 0;
  }

  /// By absolute weight, greatest first; the small ones as one sum, last.
  List<Evidence> evidence() {
    float[] slopes = topicModel.slopes(fusion, scoredText.indexedVector(), topic, against);
    List<Evidence> evidence = new ArrayList<>();
    VectorLookup vectorLookup = VectorLookup.of(own());
    near.forEach(letter -> evidence.add(reason(letter, vectorLookup, slopes)));
    scoredText.text().forEachOccurrence((token, at, value) -> byToken[token] += value * slopes[at]);
    scoredText
        .text()
        .forEachWordOccurrence((token, at, value) -> {
          if (slopes[at] != 0) {
            named.set(token);
          }
        });
    addKeywords(evidence);
    addMeaning(evidence);
    return shortened(evidence, addWords(evidence));
  }

  private SparseVector own() {
    return scoredText.text().vector();
  }

  /// The share of a similar letter. A topic's centroid is a sum over letters; this letter's part in
  /// it is subtracted from the shares of the words.
  ///
  /// @param vectorLookup of the features of the letter to match
  /// @param slopes what one unit of each feature adds to the lead
  private Evidence reason(TrainingSet.Near letter, VectorLookup vectorLookup, float[] slopes) {
    double part =
        sign(letter.topic()) * fusion.centroid() * topicModel.slopeOfExample(letter.topic());
    double[] shared = {0};
    vectorLookup.forEachShared(
        letter.vector(),
        (at, value) -> {
          shared[0] += (double) own().value(at) * value;
          slopes[at] -= (float) (part * value);
        });
    double product = shared[0];
    double cosine = product / Math.max(1e-9, own().length() * letter.vector().length());
    String name = "like letter " + letter.letter() + " (" + inHundredths(cosine) + ")";
    return Evidence.nowhere(name, part * product);
  }

  /// A number from 0 to 1 with two places. `String.format` would take longer than the rest of a
  /// reason.
  private static String inHundredths(double number) {
    long hundredths = Math.round(number * 100);
    return hundredths / 100 + (hundredths % 100 < 10 ? ".0" : ".") + hundredths % 100;
  }

  private void addKeywords(List<Evidence> evidence) {
    for (KeywordHit hit : scoredText.hits()) {
      int sign = sign(hit.topic());
      if (sign != 0 && !hit.keyword().excluded()) {
        double points = fusion.keyword() * scoredText.keywords().share(hit);
        evidence.add(reason(hit, sign * points));
      }
    }
  }

  /// A keyword, together with the shares of its words.
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

  /// Adds the words that weigh enough to be listed.
  ///
  /// @return the sum of the others
  private double addWords(List<Evidence> evidence) {
    double least = leastNamed();
    double rest = 0;
    for (int i = 0; i < byToken.length; i++) {
      if (Math.abs(byToken[i]) < least || !named.get(i)) {
        rest += byToken[i];
      } else if (byToken[i] != 0) {
        Token token = scoredText.tokens().get(i);
        evidence.add(
            new Evidence(token.surface(), byToken[i], where(token), token.start(), token.end()));
      }
    }
    return rest;
  }

  /// The weight below which a word is not listed.
  private double leastNamed() {
    double[] weights = Arrays.stream(byToken).map(Math::abs).sorted().toArray();
    return weights.length <= MAX_NAMED ? 0 : weights[weights.length - MAX_NAMED];
  }

  /// The share of the embedding, named after the nearest training letter of the topic it speaks
  /// for.
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

  /// @param unnamed the sum of the words that are not listed
  private static List<Evidence> shortened(List<Evidence> evidence, double unnamed) {
    evidence.sort(Comparator.comparingDouble((Evidence e) -> -Math.abs(e.weight())));
    int named = Math.min(MAX_NAMED, evidence.size());
    List<Evidence> shown = new ArrayList<>(evidence.subList(0, named));
    List<Evidence> rest = evidence.subList(named, evidence.size());
    double sum = unnamed + rest.stream().mapToDouble(Evidence::weight).sum();
    if (sum != 0) {
      shown.add(Evidence.nowhere("other words", sum));
    }
    return shown;
  }
}
