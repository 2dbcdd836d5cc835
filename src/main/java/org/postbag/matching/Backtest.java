package org.postbag.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.postbag.catalog.TopicId;
import org.postbag.search.IndexedLetter;
import org.postbag.search.LetterIndex;

/// What a changed catalog would change for all stored letters, right after saving it and before a
/// model is trained for it.
public final class Backtest {
  private final Comparison comparison;
  private final Set<Long> onNoTopic;
  private final AtomicInteger letters = new AtomicInteger();

  /// @param onNoTopic the numbers of the letters for which staff decided that no topic fits
  Backtest(Comparison comparison, Set<Long> onNoTopic) {
    this.comparison = comparison;
    this.onNoTopic = Set.copyOf(onNoTopic);
  }

  /// A letter for which another topic would be proposed.
  ///
  /// @param before empty: left to a person
  /// @param after empty: left to a person
  /// @param judged the change compared with what staff decided
  public record Change(
      long letter, Optional<TopicId> before, Optional<TopicId> after, Judgement judged) {}

  /// A change is better if the new proposal agrees with the decision of staff, worse if only the
  /// old one did. For a letter that fits no topic, the right proposal is none.
  public enum Judgement {
    BETTER,
    WORSE,
    NEITHER,
    UNDECIDED
  }

  /// All changes, by letter number.
  ///
  /// @param letters how many letters were matched
  public record Outcome(int letters, List<Change> changes) {
    public Outcome {
      changes = List.copyOf(changes);
    }

    public long count(Judgement judged) {
      return changes.stream().filter(change -> change.judged == judged).count();
    }

    /// Letters without a topic that would get one.
    public long gained() {
      return changes.stream().filter(c -> c.before.isEmpty()).count();
    }

    /// Letters with a topic that would lose it.
    public long lost() {
      return changes.stream().filter(c -> c.after.isEmpty()).count();
    }

    /// Letters that would change from one topic to another.
    public long moved() {
      return changes.size() - gained() - lost();
    }
  }

  /// Matches every letter of the index once.
  public Outcome run(LetterIndex index) {
    List<Change> changes =
        index.collect(this::changes).stream()
            .sorted(Comparator.comparingLong(Change::letter))
            .toList();
    return new Outcome(letters.get(), changes);
  }

  /// Matches the letters that were stored or decided last, until there is no more time.
  public Outcome run(LetterIndex index, BooleanSupplier enough) {
    List<Change> changes =
        index.collectNewest(this::changes, enough).stream()
            .sorted(Comparator.comparingLong(Change::letter).reversed())
            .toList();
    return new Outcome(letters.get(), changes);
  }

  /// Progress: how many letters have been matched so far. Safe for any thread.
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
