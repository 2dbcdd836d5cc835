package org.postbag.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.Topic;
import org.postbag.classifier.TopicScores;

/// What follows for a topic that is about to be proposed: whether a person must choose, which
/// candidates to show, and whether the letter has a second topic.
///
/// @param first the number of the proposed topic, 0 or more
record TopicChoice(ScoredText scoredText, List<Topic> topics, int first) {
  /// A topic at least this likely is shown as a candidate.
  private static final double WORTH_SHOWING = 0.01;

  private static final int MOST_SHOWN = 5;

  /// A second topic needs no more than a probability of one half, without the first, because a
  /// person looks at such letters anyway. Of 248 petitions on 28 topics 11 get two; of a hundred
  /// pairs of them put together 57 are recognised as both.
  private static final double SECOND_MATTER = 0.5;

  /// Whether a person must choose. If the letter has a second topic, the first is judged with the
  /// second left out: that both are likely is no doubt about either.
  boolean isUnsure() {
    double probability = scoredText.probability(first);
    boolean alone = probability >= threshold(first) && probability >= scoredText.noneProbability();
    return !alone
        && second().filter(second -> probability(first, second) >= threshold(first)).isEmpty();
  }

  /// The second topic: the best of the others, if it would be proposed without the first.
  Optional<Match.Candidate> also() {
    return second().map(second -> candidate(second, probability(second, first)));
  }

  private Optional<Integer> second() {
    return scoredText.bestExcept(first).stream()
        .filter(second -> probability(second, first) >= SECOND_MATTER)
        .boxed()
        .findFirst();
  }

  /// The probability of a topic when another one is left out.
  private double probability(int topic, int without) {
    TopicScores topicScores = scoredText.topicScores();
    double share = topicScores.softmax(topic, without);
    return scoredText.weights().inScopeGate().probability(topicScores.view(topic)) * share;
  }

  /// The topics worth showing, by probability, the proposed one among them.
  List<Match.Candidate> candidates() {
    List<Match.Candidate> candidates = new ArrayList<>();
    for (int t = 0; t < topics.size(); t++) {
      if (t == first || scoredText.probability(t) >= WORTH_SHOWING) {
        candidates.add(candidate(t, scoredText.probability(t)));
      }
    }
    candidates.sort(Comparator.comparingDouble(Match.Candidate::probability).reversed());
    return candidates.subList(0, Math.min(MOST_SHOWN, candidates.size()));
  }

  private Match.Candidate candidate(int topic, double probability) {
    return new Match.Candidate(topics.get(topic).id(), probability);
  }

  private double threshold(int topic) {
    return topics.get(topic).threshold();
  }
}
