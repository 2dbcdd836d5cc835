package org.postbag.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.postbag.catalog.DraftRule;
import org.postbag.catalog.Topic;
import org.postbag.classifier.TopicScores;

/// What follows for a topic that is about to be proposed: whether a person must choose, which
/// candidates to show, and whether the letter has a second topic.
///
/// @param first the number of the proposed topic, 0 or more
record TopicChoice(ScoredText scoredText, List<Topic> topics, int first) {
  /// A topic at least this likely is shown as a candidate.
  private static final double WORTH_SHOWING = 0.01;

  private static final int LEAST_SHOWN = 3;
  private static final int MOST_SHOWN = 5;

  /// A second topic needs no more than a probability of one half, without the first, because a
  /// person looks at such letters anyway. Of 248 petitions on 28 topics 11 get two; of a hundred
  /// pairs of them put together 57 are recognised as both.
  private static final double SECOND_MATTER = 0.5;

  /// Whether a person must choose. If the letter has a second topic, the first is judged with the
  /// second left out: that both are likely is no doubt about either.
  boolean isUnsure() {
    return !isSure() && !isSureFromDayOne();
  }

  private boolean isSure() {
    double probability = scoredText.probability(first);
    double line = line();
    boolean alone = probability >= line && probability >= scoredText.noneProbability();
    return alone || second().filter(second -> probability(first, second) >= line).isPresent();
  }

  /// What the topics' own words are sure of stays a draft after learning, so that learning takes no
  /// drafts away, unless what was learned puts another topic first.
  private boolean isSureFromDayOne() {
    return scoredText
        .dayOne()
        .filter(_ ->
            !(topics.get(first).draftRule().orElse(DraftRule.DEFAULT)
                instanceof DraftRule.Threshold))
        .filter(one -> one.best().equals(OptionalInt.of(first)))
        .filter(one -> new TopicChoice(one, topics, first).isSure())
        .isPresent();
  }

  /// How probable the topic is: by what was learned, or by the topics' own words if the draft
  /// follows from these.
  double probability() {
    double learned = scoredText.probability(first);
    return isSure() || !isSureFromDayOne()
        ? learned
        : Math.max(learned, scoredText.dayOne().orElseThrow().probability(first));
  }

  /// Why a person must choose; empty when none need to.
  Optional<Match.Gate> gate() {
    return isUnsure()
        ? Optional.of(new Doubt(scoredText, topics, first, line()).gate())
        : Optional.empty();
  }

  private double line() {
    return scoredText.lines().of(topics.get(first), scoredText.byMeaning());
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

  /// The likeliest topics: three at least, further ones where they are worth showing.
  List<Match.Candidate> candidates() {
    List<Integer> order =
        IntStream.range(0, topics.size())
            .filter(scoredText::isPossible)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer t) -> -scoredText.score(t)))
            .toList();
    List<Match.Candidate> candidates = new ArrayList<>();
    for (int t : order.subList(0, Math.min(MOST_SHOWN, order.size()))) {
      double probability = scoredText.probability(t);
      if (t == first || candidates.size() < LEAST_SHOWN || probability >= WORTH_SHOWING) {
        candidates.add(candidate(t, probability));
      }
    }
    return candidates;
  }

  private Match.Candidate candidate(int topic, double probability) {
    return new Match.Candidate(
        topics.get(topic).id(), probability, OptionalDouble.of(scoredText.score(topic)));
  }
}
