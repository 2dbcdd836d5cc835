package org.postbag.matching;

import java.util.List;
import java.util.OptionalInt;
import org.postbag.matching.learned.Placed;
import org.postbag.matching.learned.Standing;
import org.postbag.matching.learned.Weights;
import org.postbag.matching.words.KeywordHit;
import org.postbag.matching.words.Reading;
import org.postbag.matching.words.Token;

/// All that is known about one letter before its topic is chosen.
///
/// @param text its words and features
/// @param placed its features, found among those that were learned
/// @param hits the keywords found in it
/// @param keywords what these say for each topic
/// @param standing how the topics stand to each other
/// @param weights how much each kind of evidence counted
/// @param onATopic the probability that it is on any of them
record Sight(
    Reading text,
    Placed placed,
    List<KeywordHit> hits,
    KeywordEvidence keywords,
    Standing standing,
    Weights weights,
    double onATopic) {

  /// The same when the letter's meaning counts as well.
  Sight with(Standing standing, Weights weights, double onATopic) {
    return new Sight(text, placed, hits, keywords, standing, weights, onATopic);
  }

  List<Token> tokens() {
    return text.tokens();
  }

  double score(int topic) {
    return standing.score(topic);
  }

  /// Whether a topic is one of ours, and not excluded.
  boolean isPossible(int topic) {
    return topic >= 0 && score(topic) != Double.NEGATIVE_INFINITY;
  }

  /// The likeliest topic; empty when every topic is excluded.
  OptionalInt best() {
    return standing.best();
  }

  /// The likeliest of the other topics.
  OptionalInt bestExcept(int topic) {
    return standing.bestExcept(topic);
  }

  /// The probability of a topic.
  double probability(int topic) {
    return onATopic * standing.share(topic);
  }

  /// The probability that no topic fits.
  double noneProbability() {
    return 1 - onATopic;
  }
}
