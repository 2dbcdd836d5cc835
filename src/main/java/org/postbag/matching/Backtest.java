package org.postbag.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.email.LetterReader;
import org.postbag.matching.words.Passage;

/// What would change in all the letters that are kept, if the topics were others.
public final class Backtest {
  private static final int BATCH = 500;

  private final JdbcKeptTexts texts;
  private final JdbcLessons lessons;
  private final LetterReader reader = new LetterReader();

  public Backtest(Database database) {
    this.texts = new JdbcKeptTexts(database);
    this.lessons = new JdbcLessons(database);
  }

  /// A letter for which another topic would be chosen.
  ///
  /// @param before empty: left to a person
  /// @param after empty: left to a person
  /// @param judged what people's decision on it makes of the change
  public record Change(
      long letter, Optional<TopicId> before, Optional<TopicId> after, Judgement judged) {}

  /// A change is better when it comes to what people decided, worse when it leaves that.
  public enum Judgement {
    BETTER,
    WORSE,
    NEITHER,
    UNDECIDED
  }

  /// All that would change.
  ///
  /// @param letters how many letters were gone through
  public record Outcome(int letters, List<Change> changes) {
    public Outcome {
      changes = List.copyOf(changes);
    }

    public long count(Judgement judged) {
      return changes.stream().filter(change -> change.judged == judged).count();
    }

    /// Letters that had no topic and would have one.
    public long gained() {
      return changes.stream().filter(c -> c.before.isEmpty()).count();
    }

    /// Letters that had a topic and would have none.
    public long lost() {
      return changes.stream().filter(c -> c.after.isEmpty()).count();
    }
  }

  private record Text(long letter, Passage passage) {}

  /// Compares the choice by `now` with that by `then`, for every letter that is kept.
  public Outcome run(Catalog now, Catalog then) {
    Map<Long, Optional<TopicId>> decisions = new HashMap<>();
    for (JdbcLessons.Decided decided : lessons.upTo(lessons.last(), Integer.MAX_VALUE)) {
      decisions.put(decided.letter(), decided.topic());
    }
    TopicMatcher before = TopicMatcher.of(now);
    TopicMatcher after = TopicMatcher.of(then);
    List<Change> changes = new ArrayList<>();
    int letters = 0;
    List<JdbcKeptTexts.Kept> batch = texts.after(0, BATCH);
    while (!batch.isEmpty()) {
      letters += batch.size();
      changes.addAll(
          batch.parallelStream()
              .map(kept -> new Text(kept.letter(), Passage.of(reader.read(kept.rfc822()))))
              .map(text -> change(text, before, after, decisions))
              .flatMap(Optional::stream)
              .toList());
      batch = texts.after(batch.getLast().letter(), BATCH);
    }
    return new Outcome(letters, changes);
  }

  private static Optional<Change> change(
      Text text, TopicMatcher before, TopicMatcher after, Map<Long, Optional<TopicId>> decisions) {
    Optional<TopicId> was = before.choose(text.passage);
    Optional<TopicId> would = after.choose(text.passage);
    return was.equals(would)
        ? Optional.empty()
        : Optional.of(
            new Change(text.letter, was, would, judge(decisions, text.letter, was, would)));
  }

  private static Judgement judge(
      Map<Long, Optional<TopicId>> decisions,
      long letter,
      Optional<TopicId> was,
      Optional<TopicId> would) {
    if (!decisions.containsKey(letter)) {
      return Judgement.UNDECIDED;
    }
    Optional<TopicId> right = Objects.requireNonNull(decisions.get(letter));
    if (would.equals(right)) {
      return Judgement.BETTER;
    }
    return was.equals(right) ? Judgement.WORSE : Judgement.NEITHER;
  }
}
