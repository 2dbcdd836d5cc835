package org.postbag.matching;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.postbag.classifier.IndexedVector;
import org.postbag.classifier.TopicScores;
import org.postbag.classifier.Weights;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.VectorizedText;
import org.postbag.matching.keywords.KeywordEvidence;
import org.postbag.matching.keywords.KeywordHit;

/// A letter with its scores for all topics, before one is chosen.
///
/// @param text its tokens and features
/// @param indexedVector its features, looked up in the model's vocabulary
/// @param hits the keywords found in it
/// @param keywords the keyword evidence for each topic
/// @param topicScores the scores and shares of all topics
/// @param weights how much each kind of evidence counted
/// @param inScope the probability that the letter is on any of the topics
/// @param lines from which probability on a topic is drafted
/// @param dayOne the same letter scored by the topics' own words alone; empty where nothing else is
///   known
record ScoredText(
    VectorizedText text,
    IndexedVector indexedVector,
    List<KeywordHit> hits,
    KeywordEvidence keywords,
    TopicScores topicScores,
    Weights weights,
    double inScope,
    DraftLines lines,
    Optional<ScoredText> dayOne) {

  /// The same with other scores, such as those that include the embedding.
  ScoredText with(TopicScores topicScores, Weights weights, double inScope) {
    return new ScoredText(
        text, indexedVector, hits, keywords, topicScores, weights, inScope, lines, dayOne);
  }

  /// The same beside what the topics' own words alone make of it.
  ScoredText beside(Optional<ScoredText> dayOne) {
    return new ScoredText(
        text, indexedVector, hits, keywords, topicScores, weights, inScope, lines, dayOne);
  }

  /// Whether the embedding counted.
  boolean byMeaning() {
    return topicScores.hasEmbedding();
  }

  List<Token> tokens() {
    return text.tokens();
  }

  double score(int topic) {
    return topicScores.score(topic);
  }

  /// Whether it is the number of a topic that no excluding keyword rules out.
  boolean isPossible(int topic) {
    return topic >= 0 && score(topic) != Double.NEGATIVE_INFINITY;
  }

  /// The topic with the greatest score; empty when every topic is excluded.
  OptionalInt best() {
    return topicScores.best();
  }

  /// The best of the other topics.
  OptionalInt bestExcept(int topic) {
    return topicScores.bestExcept(topic);
  }

  /// The probability of a topic.
  double probability(int topic) {
    return inScope * topicScores.softmax(topic);
  }

  /// The probability that no topic fits.
  double noneProbability() {
    return 1 - inScope;
  }
}
