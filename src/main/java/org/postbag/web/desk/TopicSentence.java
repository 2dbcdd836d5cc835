package org.postbag.web.desk;

import java.util.Optional;
import java.util.function.Function;
import org.postbag.catalog.TopicId;
import org.postbag.matching.Match;
import org.postbag.review.QueueItem;

/// What Postbag thinks a letter is about, in a sentence.
final class TopicSentence {
  private TopicSentence() {}

  static String of(QueueItem item, Match match, Function<TopicId, String> title) {
    if (match.topic().isEmpty()) {
      return "None of your topics fits.";
    }
    String first = title.apply(match.topic().get());
    return chosen(item, title)
        + surely(match.probability())
        + first
        + " ("
        + percent(match.probability())
        + ")"
        + match.also().map(also -> as(also, title)).orElse("." + next(match, title));
  }

  private static String chosen(QueueItem item, Function<TopicId, String> title) {
    if (item.topic().equals(item.match().topic())) {
      return "";
    }
    return "You or a colleague "
        + item.topic().map(topic -> "chose " + title.apply(topic)).orElse("said that no topic fits")
        + ". Postbag had thought: ";
  }

  private static String as(Match.Candidate also, Function<TopicId, String> title) {
    String topic = title.apply(also.topic());
    return ", and about " + topic + " as well (" + percent(also.probability()) + ").";
  }

  private static String surely(double probability) {
    if (probability >= 0.9) {
      return "Very likely about ";
    }
    return probability >= 0.7 ? "Probably about " : "Perhaps about ";
  }

  private static String next(Match match, Function<TopicId, String> title) {
    Optional<TopicId> second = match.runnerUp();
    return second
        .map(topic -> " Next likeliest: " + title.apply(topic) + probability(match, topic) + ".")
        .orElse("");
  }

  private static String probability(Match match, TopicId topic) {
    return match.candidates().stream()
        .filter(candidate -> candidate.topic().equals(topic))
        .findFirst()
        .map(candidate -> " (" + percent(candidate.probability()) + ")")
        .orElse("");
  }

  /// Never 100 %: nothing here is certain.
  private static String percent(double probability) {
    long percent = Math.min(99, Math.round(probability * 100));
    return percent < 1 ? "under 1 %" : percent + " %";
  }
}
