package org.postbag.past.proposal;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A proposal as it is kept.
///
/// @param topic the topic in force that it was taken as
/// @param examples how many of its letters are still there
public record KeptProposal(
    long id,
    ProposedTopic proposed,
    State state,
    Optional<String> topic,
    Instant madeAt,
    int examples) {
  /// What became of a proposal.
  public enum State {
    OPEN,
    /// In force as a topic.
    TAKEN,
    /// Part of another proposal.
    JOINED,
    /// Not wanted.
    LEFT;

    /// Its stable word in the database.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }
}
