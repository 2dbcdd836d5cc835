package org.postbag.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.search.Neighbour;

/// The rule beside the model: a letter in the words of letters that people have decided is about
/// what those are about.
final class KnownTextRule {
  private final Catalog catalog;
  private final List<Neighbour> same;

  KnownTextRule(List<Neighbour> same, Catalog catalog) {
    this.catalog = catalog;
    this.same = same.stream().filter(n -> catalog.topic(n.topic()).isPresent()).toList();
  }

  /// The topic of all of them; empty when they are on several, or none is there.
  Optional<TopicId> topic() {
    List<TopicId> topics = same.stream().map(Neighbour::topic).distinct().toList();
    return topics.size() == 1 ? Optional.of(topics.getFirst()) : Optional.empty();
  }

  /// What the model says of that topic, made as likely as those letters make it.
  Match override(Match match) {
    // Laplace's rule of succession: after n letters that went one way, so likely does the next.
    double probability = (same.size() + 1.0) / (same.size() + 2.0);
    // A topic that the letter's words exclude stays excluded.
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
        match.campaign());
  }

  /// Stands outside of the score, and says so by its weight.
  private Evidence rule() {
    String letters =
        same.stream().map(n -> "letter " + n.letter()).collect(Collectors.joining(", "));
    return Evidence.nowhere("the same text as " + letters, 0);
  }
}
