package org.postbag.ledger;

import java.util.Arrays;
import java.util.Optional;

/// The states of a letter, under the names that programs outside rely on.
public enum State {
  /// Kept, and not yet read. Outside it counts as `needsPerson`: if nothing more happened, that is
  /// what it would be.
  KEPT("kept"),
  /// A draft awaits approval.
  WAITING("waiting"),
  /// A person decides what becomes of it.
  NEEDS_PERSON("needsPerson"),
  /// A person put it off; by the clock it goes back to where it was.
  SNOOZED("snoozed"),
  /// Approved while a dry run held: it never leaves by itself.
  PRACTISED("practised"),
  /// Approved, in its undo window or waiting for its turn.
  APPROVED("approved"),
  /// Claimed by a sender; durable before `MAIL FROM`.
  SENDING("sending"),
  /// The server took the reply.
  SENT("sent"),
  /// The server's answer was never seen; a person or the Sent folder settles it.
  UNCLEAR("unclear"),
  /// The server refused the reply for good.
  FAILED("failed"),
  /// Never to be answered: a machine wrote it.
  SET_ASIDE("setAside"),
  /// A person decided that no reply is due.
  CLOSED("closed");

  private final String label;

  State(String label) {
    this.label = label;
  }

  /// The name in the API, the database and the terminal.
  public String label() {
    return label;
  }

  /// The state of that label.
  public static Optional<State> of(String label) {
    return Arrays.stream(values()).filter(s -> s.label.equals(label)).findFirst();
  }
}
