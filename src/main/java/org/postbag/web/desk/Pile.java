package org.postbag.web.desk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postbag.reply.Warning;
import org.postbag.review.QueueItem;

/// Letters that can be approved together: they have the same warnings, or all of them none.
///
/// @param together most of the letters
/// @param apart those with other warnings
record Pile(List<QueueItem> together, List<QueueItem> apart) {
  /// The largest set of letters whose warnings are the same; of two equally large ones the one with
  /// fewer warnings.
  static Pile of(List<QueueItem> items) {
    Map<Set<String>, List<QueueItem>> sets =
        items.stream()
            .collect(Collectors.groupingBy(Pile::words, LinkedHashMap::new, Collectors.toList()));
    Comparator<Map.Entry<Set<String>, List<QueueItem>>> larger =
        Comparator.comparingInt(set -> set.getValue().size());
    List<QueueItem> most =
        sets.entrySet().stream()
            .max(larger.thenComparingInt(set -> -set.getKey().size()))
            .map(Map.Entry::getValue)
            .orElse(List.of());
    Set<String> shared = most.isEmpty() ? Set.of() : words(most.getFirst());
    return new Pile(most, items.stream().filter(item -> !words(item).equals(shared)).toList());
  }

  private static Set<String> words(QueueItem item) {
    return item.warnings().stream().map(Warning::word).collect(Collectors.toSet());
  }

  /// What all of the letters together warn of, a sentence once.
  List<Warning> warnings() {
    return together.stream()
        .flatMap(item -> item.warnings().stream())
        .map(warning -> new Warning(warning.word(), warning.sentence(), Optional.empty()))
        .distinct()
        .toList();
  }
}
