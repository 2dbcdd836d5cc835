package org.postbag.matching.trial;

import java.util.ArrayList;
import java.util.List;
import org.postbag.matching.TopicMatcher;

/// What a classifier made of one evaluation.
///
/// @param learning seconds
/// @param micros a message; not a number where it was not measured
/// @param asked the share of the letters that were asked what they mean; not a number by words
record Answers(String name, List<Guess> guesses, double learning, double micros, double asked) {
  Answers {
    guesses = List.copyOf(guesses);
  }

  /// Of the matcher first, then of each rival.
  static List<Answers> of(Evaluation evaluation, List<Rival> rivals) {
    long start = System.nanoTime();
    TopicMatcher matcher = evaluation.learn();
    double learning = seconds(start);
    List<Answers> all = new ArrayList<>();
    all.add(of(evaluation, matcher, learning));
    for (Rival rival : rivals) {
      Rival.Task task = evaluation.task(matcher);
      start = System.nanoTime();
      List<Guess> guesses = rival.guesses(task);
      all.add(new Answers(rival.name(), guesses, seconds(start), Double.NaN, Double.NaN));
    }
    return all;
  }

  private static Answers of(Evaluation evaluation, TopicMatcher matcher, double learning) {
    if (evaluation.byWords()) {
      // Warms Java up. What a text means is remembered, so a second time would be too fast.
      evaluation.guesses(matcher);
    }
    long start = System.nanoTime();
    List<Guess> guesses = evaluation.guesses(matcher);
    double micros = seconds(start) * 1e6 / Math.max(1, guesses.size());
    return new Answers("postbag", guesses, learning, micros, evaluation.asked(matcher));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
