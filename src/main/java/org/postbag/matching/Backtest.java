package org.postbag.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.postbag.catalog.TopicId;
import org.postbag.search.IndexedLetter;
import org.postbag.search.LetterIndex;

/// What would change in all the letters that are kept, if the topics were others: at once, before
/// what people decided is learned from anew for these.
public final class Backtest {
  private final Comparison comparison;
  private final Set<Long> onNoTopic;
  private final AtomicInteger letters = new AtomicInteger();

  /// @param onNoTopic the letters of which a person said that no topic fits, by their numbers
  Backtest(Comparison comparison, Set<Long> onNoTopic) {
    this.comparison = comparison;
    this.onNoTopic = Set.copyOf(onNoTopic);
  }

  /// A letter for which another topic would be chosen.
  ///
  /// @param before empty: left to a person
  /// @param after empty: left to a person
  /// @param judged what people's decision on it makes of the change
  public record Change(
      long letter, Optional<TopicId> before, Optional<TopicId> after, Judgement judged) {}

  /// A change is better when it comes to what people decided, worse when it leaves that. Of a
  /// letter that no topic fits, as they said, it is right to leave it to a person.
  public enum Judgement {
    BETTER,
    WORSE,
    NEITHER,
    UNDECIDED
  }

  /// All that would change, by the letters' numbers.
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

    /// Letters that had a topic and would have another.
    public long moved() {
      return changes.size() - gained() - lost();
    }
  }

  /// Goes through every letter of the index, once.
  public Outcome run(LetterIndex index) {
    List<Change> changes =
        index.collect(this::changes).stream()
            .sorted(Comparator.comparingLong(Change::letter))
            .toList();
    return new Outcome(letters.get(), changes);
  }

  /// How many letters were gone through so far; for any thread.
  public int letters() {
    return letters.get();
  }

  private List<Change> changes(List<IndexedLetter> some) {
    letters.addAndGet(some.size());
    List<Comparison.Choices> choices =
        comparison.of(some.stream().map(IndexedLetter::passage).toList());
    return IntStream.range(0, some.size())
        .filter(i -> choices.get(i).differ())
        .mapToObj(i -> change(some.get(i), choices.get(i)))
        .toList();
  }

  private Change change(IndexedLetter letter, Comparison.Choices choices) {
    Judgement judged = judge(letter, choices.before(), choices.after());
    return new Change(letter.id(), choices.before(), choices.after(), judged);
  }

  private Judgement judge(IndexedLetter letter, Optional<TopicId> was, Optional<TopicId> would) {
    Optional<TopicId> right = letter.decided();
    if (right.isEmpty() && !onNoTopic.contains(letter.id())) {
      return Judgement.UNDECIDED;
    }
    if (would.equals(right)) {
      return Judgement.BETTER;
    }
    return was.equals(right) ? Judgement.WORSE : Judgement.NEITHER;
  }
}
