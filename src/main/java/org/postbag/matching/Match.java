package org.postbag.matching;

import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.matching.campaign.Campaign;

/// What a letter is about, as far as that can be told.
///
/// @param topic the likeliest topic, also when it is not likely enough; empty when there is none
/// @param probability 0 to 1, of that topic, "none of these" being one of the alternatives
/// @param runnerUp the next likely
/// @param abstained true when a person must decide: no topic, or below its threshold
/// @param candidates all topics worth showing, the likeliest first, that of `topic` included
/// @param evidence the reasons for `topic` against `runnerUp`, the weightiest first
/// @param also a second topic that the letter is about as well, with the probability that it has
///   when the first is left out of account; empty when that is below its threshold
/// @param campaign the campaign that the letter belongs to, if to any
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

  /// No topic fits, and nothing speaks for any.
  public static final Match NONE =
      new Match(Optional.empty(), 0, Optional.empty(), true, List.of(), List.of());

  /// A letter on one matter, and of no campaign.
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

  /// The same for a letter of that campaign.
  public Match in(Optional<Campaign> campaign) {
    return new Match(topic, probability, runnerUp, abstained, candidates, evidence, also, campaign);
  }
}
