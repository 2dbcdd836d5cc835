package org.postbag.matching;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.postbag.catalog.Topic;

/// Why the likeliest topic of a letter is not likely enough for a draft.
///
/// @param first the number of that topic
/// @param line the probability that a draft would need
record Doubt(ScoredText scoredText, List<Topic> topics, int first, double line) {
  Match.Gate gate() {
    return new Match.Gate(
        scoredText.inScope(),
        scoredText.topicScores().softmax(first),
        Double.isFinite(line) ? OptionalDouble.of(line) : OptionalDouble.empty(),
        seen() + ". " + measured());
  }

  /// What the gate saw: too little of any topic, or too much of a second one.
  private String seen() {
    String title = topics.get(first).title();
    OptionalInt second = scoredText.bestExcept(first);
    if (second.isPresent() && scoredText.topicScores().softmax(first) < scoredText.inScope()) {
      return "It may be on %s as well as on %s"
          .formatted(topics.get(second.getAsInt()).title(), title);
    }
    return scoredText.keywords().score(first) == 0
        ? "It has no keyword of %s, and little of it sounds like letters on that".formatted(title)
        : "Little of it sounds like letters on %s".formatted(title);
  }

  private String measured() {
    double probability = scoredText.probability(first);
    return Double.isFinite(line)
        ? String.format(
            Locale.ROOT,
            "%.0f %% sure; drafts begin at %.0f %%",
            Math.floor(100 * probability),
            Math.ceil(100 * line))
        : String.format(
            Locale.ROOT,
            "%.0f %% sure; too few letters were decided to show from where on drafts are right",
            Math.floor(100 * probability));
  }
}
