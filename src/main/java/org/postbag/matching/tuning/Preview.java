package org.postbag.matching.tuning;

import java.util.List;
import java.util.Optional;
import org.postbag.catalog.Problem;
import org.postbag.catalog.TopicId;
import org.postbag.matching.Backtest;

/// What a change would mean for letters that are kept.
///
/// @param problems what `check` would say of the changed files
/// @param letters how many letters were looked at: those that were stored or decided last
/// @param all whether these are all
/// @param changes letters for which another topic would be proposed
public record Preview(
    List<Problem> problems, int letters, boolean all, List<Backtest.Change> changes) {
  public Preview {
    problems = List.copyOf(problems);
    changes = List.copyOf(changes);
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /// Letters that would get that topic.
  public List<Backtest.Change> gained(TopicId topic) {
    return changes.stream().filter(c -> c.after().equals(Optional.of(topic))).toList();
  }

  /// Letters that would no longer get it.
  public List<Backtest.Change> lost(TopicId topic) {
    return changes.stream().filter(c -> c.before().equals(Optional.of(topic))).toList();
  }

  /// Letters of other topics.
  public List<Backtest.Change> others(TopicId topic) {
    return changes.stream()
        .filter(
            c -> !c.before().equals(Optional.of(topic)) && !c.after().equals(Optional.of(topic)))
        .toList();
  }

  public long count(Backtest.Judgement judged) {
    return changes.stream().filter(change -> change.judged() == judged).count();
  }
}
