package org.postbag.matching;

import java.util.List;
import java.util.OptionalInt;
import org.postbag.classifier.IndexedVector;
import org.postbag.classifier.TopicScores;
import org.postbag.classifier.Weights;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.VectorizedText;
import org.postbag.matching.keywords.KeywordEvidence;
import org.postbag.matching.keywords.KeywordHit;

/// All that is known about one letter before its topic is chosen.
///
/// @param text its words and features
/// @param indexedVector its features, found among those that were learned
/// @param hits the keywords found in it
/// @param keywords what these say for each topic
/// @param topicScores how the topics stand to each other
/// @param weights how much each kind of evidence counted
/// @param onATopic the probability that it is on any of them
record ScoredText(
    VectorizedText text,
    IndexedVector indexedVector,
    List<KeywordHit> hits,
    KeywordEvidence keywords,
    TopicScores topicScores,
    Weights weights,
    double onATopic) {

  /// The same when the letter's meaning counts as well.
  ScoredText with(TopicScores topicScores, Weights weights, double onATopic) {
    return new ScoredText(text, indexedVector, hits, keywords, topicScores, weights, onATopic);
  }

  List<Token> tokens() {
    return text.tokens();
  }

  double score(int topic) {
    return topicScores.score(topic);
  }

  /// Whether a topic is one of ours, and not excluded.
  boolean isPossible(int topic) {
    return topic >= 0 && score(topic) != Double.NEGATIVE_INFINITY;
  }

  /// The likeliest topic; empty when every topic is excluded.
  OptionalInt best() {
    return topicScores.best();
  }

  /// The likeliest of the other topics.
  OptionalInt bestExcept(int topic) {
    return topicScores.bestExcept(topic);
  }

  /// The probability of a topic.
  double probability(int topic) {
    return onATopic * topicScores.softmax(topic);
  }

  /// The probability that no topic fits.
  double noneProbability() {
    return 1 - onATopic;
  }
}
