package org.postbag.sending;

import java.time.Instant;
import org.postbag.email.OutgoingLetter;

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
  ///
  /// @param why a short stable word
  record Withheld(String why) implements Composed {}
}
