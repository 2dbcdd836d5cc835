package org.postbag.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.Topic;
import org.postbag.classifier.TopicScores;

/// What follows from a letter's sight for its first topic: whether that is sure enough, what else
/// the letter may be about, and what it is about as well.
///
/// @param first the number of the topic that is chosen, 0 or more
record TopicChoice(ScoredText scoredText, List<Topic> topics, int first) {
  /// A topic this likely is shown beside the first.
  private static final double WORTH_SHOWING = 0.01;

  private static final int MOST_SHOWN = 5;

  /// A second matter need not be as sure as the first, for a person looks at such letters: it is
  /// likelier than not, were the first not there. Of 248 petitions on 28 topics 11 are said to have
  /// two; of a hundred pairs of them put together 57 are recognised as both.
  private static final double SECOND_MATTER = 0.5;

  /// Whether a person must decide. A letter on two matters is not unsure about the first because
  /// the second is likely too.
  boolean isUnsure() {
    double probability = scoredText.probability(first);
    boolean alone = probability >= threshold(first) && probability >= scoredText.noneProbability();
    return !alone
        && second().filter(second -> probability(first, second) >= threshold(first)).isEmpty();
  }

  /// What a letter is about beside its first topic: the likeliest of the others, if it would be
  /// chosen without the first.
  Optional<Match.Candidate> also() {
    return second().map(second -> candidate(second, probability(second, first)));
  }

  private Optional<Integer> second() {
    return scoredText.bestExcept(first).stream()
        .filter(second -> probability(second, first) >= SECOND_MATTER)
        .boxed()
        .findFirst();
  }

  /// The probability of the likeliest topic when another is left out of account.
  private double probability(int topic, int without) {
    TopicScores topicScores = scoredText.topicScores();
    double share = topicScores.softmax(topic, without);
    return scoredText.weights().inScopeGate().probability(topicScores.view(topic)) * share;
  }

  /// The topics worth showing, the likeliest first, the chosen one among them.
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
