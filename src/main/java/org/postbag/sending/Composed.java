package org.postbag.sending;

import java.time.Instant;
import org.postbag.email.OutgoingLetter;
import org.postbag.ledger.WithheldReason;

/// An approved reply as it would leave, or why it must not.
public sealed interface Composed {
  /// The message with the date that it bears.
  record Message(OutgoingLetter letter, Instant date) implements Composed {
    /// As it goes to the server.
    public byte[] bytes() {
      return letter.toBytes(date);
    }
  }

  /// What is on disk is not what was approved; nothing leaves.
  record Withheld(WithheldReason why) implements Composed {}
}
