package org.postbag.review;

import java.time.Instant;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.ledger.State;

/// Another letter of the same person, or of the same thread.
///
/// @param sameThread whether the letter that is looked at refers to its reply
/// @param repliedAt when its reply was approved, if one was
/// @param replyName the standard reply of that reply; empty for a letter of its own
public record EarlierLetter(
    long letter,
    Instant received,
    String subject,
    Optional<TopicId> topic,
    State state,
    boolean sameThread,
    Optional<Instant> repliedAt,
    Optional<String> replyName) {
  /// Whether nobody has decided it yet.
  public boolean isOpen() {
    return state == State.WAITING || state == State.NEEDS_PERSON;
  }
}
