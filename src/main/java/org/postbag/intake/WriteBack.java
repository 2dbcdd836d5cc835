package org.postbag.intake;

import java.util.Optional;

/// What Postbag changes in the mailbox once a reply has left. Never before it is recorded, never
/// the read flag, and nothing is ever deleted.
///
/// @param answered sets `\Answered`
/// @param keyword sets this keyword (RFC 9051 §2.3.2) as well
/// @param moveTo moves the letter to this folder
/// @param sentFolder where sent replies stand, for the copy and for finding them again
/// @param copyToSent false where the provider files a copy by itself
public record WriteBack(
    boolean answered,
    Optional<String> keyword,
    Optional<String> moveTo,
    String sentFolder,
    boolean copyToSent) {
  /// `\Answered` and a copy in the folder Sent.
  public static WriteBack standard() {
    return new WriteBack(true, Optional.empty(), Optional.empty(), "Sent", true);
  }
}
