package org.postbag.matching;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.postbag.catalog.TopicId;

/// The decided letters that go least with the lesson in force: where a new lesson was refused,
/// those that were perhaps decided by mistake.
final class Contradictions {
  private static final int MOST = 5;

  private record Odd(long letter, double sure) {}

  private Contradictions() {}

  /// The letters' numbers, the surest contradiction first; at most five.
  ///
  /// @param examples what people decided
  /// @param known what the lesson in force was learned from
  static List<Long> of(List<Example> examples, List<Example> known, TopicMatcher inForce) {
    Set<OptionalLong> numbers = new HashSet<>();
    known.forEach(example -> numbers.add(example.number()));
    return examples.stream()
        .filter(example -> example.number().isPresent() && !numbers.contains(example.number()))
        .map(example ->
            new Odd(
                example.number().getAsLong(), sureOfAnother(example, inForce.classify(example))))
        .filter(odd -> odd.sure > 0)
        .sorted(Comparator.comparingDouble(Odd::sure).reversed())
        .limit(MOST)
        .map(Odd::letter)
        .toList();
  }

  /// How sure the lesson in force is of something else than was decided; 0 when it is not.
  private static double sureOfAnother(Example example, Verdict verdict) {
    Optional<TopicId> said = verdict.noneLikelier() ? Optional.empty() : verdict.topic();
    if (said.equals(example.topic())) {
      return 0;
    }
    return said.isEmpty() ? verdict.none() : verdict.probability();
  }
}
