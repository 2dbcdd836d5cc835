package org.postbag.sending;

import org.postbag.ledger.WithheldReason;
import org.postbag.sending.smtp.Answer;

/// What became of a claim.
public sealed interface Delivery {
  /// It was handed over, or not, as the answer says.
  record Tried(Claim.Taken claim, Answer answer) implements Delivery {}

  /// It was claimed, and then not offered to the server: it is no longer what was approved.
  ///
  /// @param why what the person sees who is asked again
  record Withheld(Claim.Taken claim, WithheldReason why) implements Delivery {}

  /// There was no claim, and no connection was used.
  record NotTried(Claim.Refused claim) implements Delivery {}

  /// Whether the server let us in for it.
  default boolean isSignedIn() {
    return switch (this) {
      case Tried(_, Answer answer) -> answer.isSignedIn();
      case Withheld _, NotTried _ -> false;
    };
  }
}
