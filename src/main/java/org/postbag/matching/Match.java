package org.postbag.matching;

import java.util.List;
import java.util.Optional;
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
/// @param campaign the campaign that the letter belongs to, if any
public record Match(
    Optional<TopicId> topic,
    double probability,
    Optional<TopicId> runnerUp,
    boolean abstained,
    List<Candidate> candidates,
    List<Evidence> evidence,
    Optional<Candidate> also,
    Optional<Campaign> campaign) {
  /// A topic and its probability, 0 to 1.
  public record Candidate(TopicId topic, double probability) {}

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
    this(
        topic,
        probability,
        runnerUp,
        abstained,
        candidates,
        evidence,
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
    return new Match(topic, probability, runnerUp, abstained, candidates, evidence, also, campaign);
  }
}
