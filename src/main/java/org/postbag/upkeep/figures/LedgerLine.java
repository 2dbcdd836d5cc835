package org.postbag.upkeep.figures;

import java.time.Instant;
import java.util.Optional;
import org.postbag.ledger.Reason;
import org.postbag.ledger.State;

/// An entry of the ledger with what its letter is about now.
///
/// @param topic in force; empty for none
/// @param matched the topic that the program proposed
/// @param edited whether a person changed the reply
/// @param home where the writer lives; empty where the office does not ask
record LedgerLine(
    long seq,
    Instant at,
    State from,
    State to,
    String why,
    Instant received,
    String topic,
    String matched,
    boolean edited,
    Optional<Event> home) {
  /// A letter's first entry.
  boolean isArrival() {
    return from == State.KEPT;
  }

  boolean isApproval() {
    return isApproved(to) && (from == State.WAITING || from == State.NEEDS_PERSON);
  }

  boolean isUndone() {
    return isApproved(from) && (to == State.WAITING || to == State.NEEDS_PERSON);
  }

  private static boolean isApproved(State state) {
    return state == State.APPROVED || state == State.PRACTISED;
  }

  /// The topic that a person chose with this entry; empty text for none of them.
  Optional<String> chosen() {
    return Reason.of(why) instanceof Reason.Assigned(Optional<String> chosen)
        ? Optional.of(chosen.orElse(""))
        : Optional.empty();
  }
}
