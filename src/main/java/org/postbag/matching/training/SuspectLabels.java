package org.postbag.matching.training;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.postbag.catalog.TopicId;
import org.postbag.matching.Example;
import org.postbag.matching.Prediction;
import org.postbag.matching.TopicMatcher;

/// The decided letters that contradict the current model most: when a new model is rejected, these
/// were perhaps decided by mistake.
public final class SuspectLabels {
  private static final int LIMIT = 5;

  private record Suspect(long letter, double confidence) {}

  private SuspectLabels() {}

  /// The letters' numbers, the most confident contradiction first; at most five.
  ///
  /// @param examples the decided letters
  /// @param known what the current model was trained on; these are left out, because a model agrees
  ///   with its own examples
  public static List<Long> of(List<Example> examples, List<Example> known, TopicMatcher inForce) {
    Set<OptionalLong> numbers = new HashSet<>();
    known.forEach(example -> numbers.add(example.number()));
    return examples.stream()
        .filter(example -> example.number().isPresent() && !numbers.contains(example.number()))
        .map(example ->
            new Suspect(
                example.number().getAsLong(),
                confidenceInAnother(example, inForce.classify(example))))
        .filter(suspect -> suspect.confidence > 0)
        .sorted(Comparator.comparingDouble(Suspect::confidence).reversed())
        .limit(LIMIT)
        .map(Suspect::letter)
        .toList();
  }

  /// The model's confidence in something other than the decision; 0 when it agrees.
  private static double confidenceInAnother(Example example, Prediction prediction) {
    Optional<TopicId> predicted = prediction.noneLikelier() ? Optional.empty() : prediction.topic();
    if (predicted.equals(example.topic())) {
      return 0;
    }
    return predicted.isEmpty() ? prediction.none() : prediction.probability();
  }
}
