package org.postbag.past.proposal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.postbag.past.PastLetter;

/// The subjects of letters, and how many people gave each.
final class Subjects {
  /// A subject that fewer people gave may name one of them.
  static final int LEAST_WRITERS = 3;

  private static final int LONGEST = 80;

  private final Map<String, Set<String>> writers = new HashMap<>();
  private final Map<String, Map<String, Integer>> spellings = new HashMap<>();

  Subjects(Collection<PastLetter> letters) {
    for (PastLetter letter : letters) {
      String subject = letter.baseSubject().strip().replaceAll("\\s+", " ");
      if (!key(subject).isEmpty() && subject.length() <= LONGEST) {
        String writer = letter.from().map(from -> from.address().toString()).orElse("");
        writers.computeIfAbsent(key(subject), _ -> new HashSet<>()).add(writer);
        spellings
            .computeIfAbsent(key(subject), _ -> new HashMap<>())
            .merge(subject, 1, Integer::sum);
      }
    }
  }

  private static String key(String subject) {
    return subject.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  int writers(String subject) {
    return writers.getOrDefault(key(subject), Set.of()).size();
  }

  /// Those of several people, the commonest first, each as most of them write it.
  List<String> common() {
    return writers.entrySet().stream()
        .filter(one -> one.getValue().size() >= LEAST_WRITERS)
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Set<String>> one) -> -one.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .flatMap(one -> spelling(one.getKey()).stream())
        .toList();
  }

  private Optional<String> spelling(String key) {
    return Stream.of(spellings.getOrDefault(key, Map.of()))
        .flatMap(counts -> counts.entrySet().stream())
        .max(
            Comparator.comparingInt((Map.Entry<String, Integer> one) -> one.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }
}
