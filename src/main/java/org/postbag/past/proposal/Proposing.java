package org.postbag.past.proposal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postbag.catalog.TopicName;
import org.postbag.past.PastLetter;
import org.postbag.past.proposal.ProposedTopic.ProposedReply;
import org.postbag.past.standard.FoundReply;

/// Makes proposals of what was found: names of files, and nothing of single letters.
final class Proposing {
  /// A language of fewer letters may be a mistake about one of them.
  private static final int LEAST_LETTERS = 3;

  private final Set<String> names;

  /// @param taken names of topics and replies that there are
  Proposing(Collection<String> taken) {
    this.names = new HashSet<>(taken);
  }

  /// A proposal, and the letters that are its examples.
  record Made(ProposedTopic topic, List<Long> letters) {}

  List<Made> of(List<FoundTopic> found) {
    List<Made> made = new ArrayList<>();
    for (FoundTopic topic : found) {
      String name = TopicName.of(topic.title(), names::contains);
      names.add(name);
      made.add(
          new Made(proposed(name, topic), topic.letters().stream().map(PastLetter::id).toList()));
    }
    return made;
  }

  private static ProposedTopic proposed(String name, FoundTopic topic) {
    return new ProposedTopic(
        name,
        topic.title(),
        topic.letters().size(),
        languages(topic),
        topic.keywords(),
        topic.replies().stream().map(Proposing::proposed).toList(),
        topic.campaigns());
  }

  private static ProposedReply proposed(FoundReply found) {
    return new ProposedReply(
        found.letter(),
        found.replies().size(),
        found.first(),
        found.last(),
        found.options(),
        found.earlier(),
        found.varying());
  }

  /// A letter whose language cannot be told is answered in any.
  private static List<String> languages(FoundTopic topic) {
    Map<String, Long> counts =
        topic.letters().stream()
            .map(PastLetter::language)
            .filter(language -> !language.equals("und"))
            .collect(Collectors.groupingBy(language -> language, Collectors.counting()));
    return counts.entrySet().stream()
        .filter(one -> one.getValue() >= LEAST_LETTERS)
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Long> one) -> -one.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }
}
