package org.postbag.matching;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.postbag.catalog.TopicId;
import org.postbag.matching.campaign.Campaign;

/// The topic of a letter, as far as the matcher can tell. Stored as compressed JSON in the table
/// `letter_match`.
///
/// @param topic the most likely topic, even below its threshold; empty when every topic is ruled
///   out
/// @param probability 0 to 1, of that topic, "none of these" being one of the alternatives
/// @param runnerUp the next likely
/// @param abstained true when a person must choose: no topic, or below its threshold
/// @param candidates all topics worth showing, the most likely first, that of `topic` included
/// @param evidence the reasons for `topic` against `runnerUp`, by weight
/// @param also a second topic of the letter, with its probability once the first is left out; empty
///   when that is too low
/// @param gate why a person must choose, when it is for want of certainty
/// @param campaign the campaign that the letter belongs to, if any
public record Match(
    Optional<TopicId> topic,
    double probability,
    Optional<TopicId> runnerUp,
    boolean abstained,
    List<Candidate> candidates,
    List<Evidence> evidence,
    Optional<Candidate> also,
    Optional<Campaign> campaign,
    Optional<Gate> gate) {
  /// A topic and its probability, 0 to 1.
  ///
  /// @param score what the evidence adds up to, before the softmax
  public record Candidate(TopicId topic, double probability, OptionalDouble score) {
    /// Of a rule beside the model.
    public Candidate(TopicId topic, double probability) {
      this(topic, probability, OptionalDouble.empty());
    }
  }

  /// What kept a letter waiting: `probability = inScope × share` is below the line.
  ///
  /// @param inScope the probability that it is on any topic
  /// @param share the share of the likeliest among all topics
  /// @param line from which probability on that topic's reply is drafted; empty when no number of
  ///   decided letters shows one
  /// @param sentence the same in words
  public record Gate(double inScope, double share, OptionalDouble line, String sentence) {}

  /// No topic, no evidence.
  public static final Match NONE =
      new Match(Optional.empty(), 0, Optional.empty(), true, List.of(), List.of());

  /// A letter with one topic, without a campaign.
  public Match(
      Optional<TopicId> topic,
      double probability,
      Optional<TopicId> runnerUp,
      boolean abstained,
      List<Candidate> candidates,
      List<Evidence> evidence) {
    this(topic, probability, runnerUp, abstained, candidates, evidence, Optional.empty());
  }

  /// A letter without a campaign.
  public Match(
      Optional<TopicId> topic,
      double probability,
      Optional<TopicId> runnerUp,
      boolean abstained,
      List<Candidate> candidates,
      List<Evidence> evidence,
      Optional<Candidate> also) {
    this(
        topic,
        probability,
        runnerUp,
        abstained,
        candidates,
        evidence,
        also,
        Optional.empty(),
        Optional.empty());
  }

  public Match {
    candidates = List.copyOf(candidates);
    evidence = List.copyOf(evidence);
  }

  /// The same without the reasons.
  public MatchSummary summary() {
    return new MatchSummary(topic, probability, runnerUp, abstained, also.map(Candidate::topic));
  }

  /// The same with a campaign.
  public Match in(Optional<Campaign> campaign) {
    return new Match(
        topic, probability, runnerUp, abstained, candidates, evidence, also, campaign, gate);
  }

  /// The same with why a person must choose.
  Match waitingFor(Optional<Gate> gate) {
    return new Match(
        topic, probability, runnerUp, abstained, candidates, evidence, also, campaign, gate);
  }
}
