package org.postbag.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.postbag.catalog.TopicId;
import org.postbag.matching.index.IndexedLetter;
import org.postbag.matching.index.LetterIndex;
import org.postbag.matching.words.Reading;

/// What would change in all the letters that are kept, if the topics were others.
public final class Backtest {
  private final TopicMatcher before;
  private final TopicMatcher after;
  private final Set<Long> onNoTopic;
  private final AtomicInteger letters = new AtomicInteger();

  /// Compares the choice by one matcher with that by another.
  ///
  /// @param onNoTopic the letters of which a person said that no topic fits, by their numbers
  public Backtest(TopicMatcher before, TopicMatcher after, Set<Long> onNoTopic) {
    this.before = before;
    this.after = after;
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
        index.collect(this::change).stream()
            .sorted(Comparator.comparingLong(Change::letter))
            .toList();
    return new Outcome(letters.get(), changes);
  }

  /// How many letters were gone through so far; for any thread.
  public int letters() {
    return letters.get();
  }

  private Optional<Change> change(IndexedLetter letter) {
    letters.incrementAndGet();
    String language = letter.passage().language();
    Reading text = before.read(letter.passage());
    Reading anew = after.weighsLike(before) ? text : after.read(letter.passage());
    Optional<TopicId> was = before.choose(text, language);
    Optional<TopicId> would = after.choose(anew, language);
    return was.equals(would)
        ? Optional.empty()
        : Optional.of(new Change(letter.id(), was, would, judge(letter, was, would)));
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
