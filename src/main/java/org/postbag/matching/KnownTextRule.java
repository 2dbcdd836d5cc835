package org.postbag.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.search.Neighbour;

/// A rule beside the model: a letter with the same text as decided letters is about their topic.
final class KnownTextRule {
  private final Catalog catalog;
  private final List<Neighbour> same;

  KnownTextRule(List<Neighbour> same, Catalog catalog) {
    this.catalog = catalog;
    this.same = same.stream().filter(n -> catalog.topic(n.topic()).isPresent()).toList();
  }

  /// The topic that all of them have; empty if they differ or there are none.
  Optional<TopicId> topic() {
    List<TopicId> topics = same.stream().map(Neighbour::topic).distinct().toList();
    return topics.size() == 1 ? Optional.of(topics.getFirst()) : Optional.empty();
  }

  /// The model's match, its probability raised to what the decided letters justify.
  Match override(Match match) {
    // Laplace's rule of succession, after n letters with one outcome.
    double probability = (same.size() + 1.0) / (same.size() + 2.0);
    // The model's match has another topic if an excluding keyword rules this one out.
    boolean agrees = topic().isPresent() && topic().equals(match.topic());
    return agrees && match.probability() < probability
        ? raised(match, topic().get(), probability)
        : match;
  }

  private Match raised(Match match, TopicId topic, double probability) {
    List<Match.Candidate> candidates = new ArrayList<>();
    candidates.add(new Match.Candidate(topic, probability));
    match.candidates().stream()
        .filter(c -> !c.topic().equals(topic))
        .map(c -> new Match.Candidate(c.topic(), Math.min(1 - probability, c.probability())))
        .forEach(candidates::add);
    List<Evidence> evidence = new ArrayList<>(match.evidence());
    evidence.addFirst(rule());
    double threshold = catalog.topic(topic).map(Topic::threshold).orElse(Topic.DEFAULT_THRESHOLD);
    return new Match(
        Optional.of(topic),
        probability,
        match.runnerUp(),
        probability < threshold,
        candidates,
        evidence,
        match.also(),
        match.campaign(),
        probability < threshold ? match.gate() : Optional.empty());
  }

  /// Not part of the score, so its weight is 0.
  private Evidence rule() {
    String letters =
        same.stream().map(n -> "letter " + n.letter()).collect(Collectors.joining(", "));
    return Evidence.nowhere("the same text as " + letters, 0);
  }
}
