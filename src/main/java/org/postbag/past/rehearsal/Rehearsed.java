package org.postbag.past.rehearsal;

import java.util.Optional;
import java.util.OptionalLong;
import org.postbag.catalog.TopicId;
import org.postbag.past.PastLetter;

/// A letter of the past with what would have been proposed for it and what was sent.
///
/// @param topic whose reply would have been drafted
/// @param doing what would have been done with it
/// @param why in words, where no reply would have been drafted
/// @param help whether it reads as if its writer needed help
/// @param campaign the number of the campaign that it would have been in
public record Rehearsed(
    PastLetter letter,
    Doing doing,
    Optional<TopicId> topic,
    String why,
    boolean help,
    OptionalLong campaign,
    RealAnswer answer) {
  /// What would have been done.
  public enum Doing {
    DRAFTED,
    LEFT_TO_PERSON,
    SET_ASIDE
  }

  /// A draft compared with what was sent.
  public enum Verdict {
    /// The reply that was sent.
    SAME,
    /// Another standard reply was sent.
    OTHER,
    /// An answer was written for this letter alone.
    BY_HAND,
    /// No answer is known.
    UNANSWERED
  }

  /// Empty when nothing would have been drafted.
  public Optional<Verdict> verdict() {
    return doing == Doing.DRAFTED ? Optional.of(compared()) : Optional.empty();
  }

  private Verdict compared() {
    return switch (answer) {
      case RealAnswer.OfTopic(TopicId sent) when topic.equals(Optional.of(sent)) -> Verdict.SAME;
      case RealAnswer.OfTopic _, RealAnswer.OtherText _ -> Verdict.OTHER;
      case RealAnswer.ByHand _ -> Verdict.BY_HAND;
      case RealAnswer.Nothing _ -> Verdict.UNANSWERED;
    };
  }

  /// Whether it was really answered with the standard reply of a topic.
  public boolean hadStandardReply() {
    return answer instanceof RealAnswer.OfTopic;
  }
}
