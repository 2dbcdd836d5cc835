package org.postbag.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.postbag.matching.TopicMatcher;

/// What a classifier made of one evaluation.
///
/// @param learning seconds
/// @param micros a message; not a number where it was not measured
/// @param asked the share of the letters that were asked what they mean; not a number by words
record TestRun(
    String name, List<RankedLabel> guesses, double learning, double micros, double asked) {
  TestRun {
    guesses = List.copyOf(guesses);
  }

  /// Of the matcher first, then of each rival.
  static List<TestRun> of(Evaluation evaluation, List<Baseline> rivals) {
    long start = System.nanoTime();
    TopicMatcher matcher = evaluation.learn();
    double learning = seconds(start);
    List<TestRun> all = new ArrayList<>();
    all.add(of(evaluation, matcher, learning));
    for (Baseline baseline : rivals) {
      Baseline.Task task = evaluation.task(matcher);
      start = System.nanoTime();
      List<RankedLabel> guesses = baseline.guesses(task);
      all.add(new TestRun(baseline.name(), guesses, seconds(start), Double.NaN, Double.NaN));
    }
    return all;
  }

  private static TestRun of(Evaluation evaluation, TopicMatcher matcher, double learning) {
    if (evaluation.byWords()) {
      // Warms Java up. What a text means is remembered, so a second time would be too fast.
      evaluation.guesses(matcher);
    }
    long start = System.nanoTime();
    List<RankedLabel> guesses = evaluation.guesses(matcher);
    double micros = seconds(start) * 1e6 / Math.max(1, guesses.size());
    return new TestRun("postbag", guesses, learning, micros, evaluation.asked(matcher));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
