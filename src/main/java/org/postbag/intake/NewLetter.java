package org.postbag.intake;

import java.time.Instant;

/// A letter as it came out of the mailbox, not yet kept.
///
/// @param received the server's internal date (RFC 9051 §2.3.3)
/// @param size the size that the server stated, in octets
/// @param imported true for a letter older than our first start
/// @param cut true when only the beginning was fetched
/// @param rfc822 the bytes; shared, not to be changed
/// @param print what it is recognised by
@SuppressWarnings("ArrayRecordComponent") // letters are large, shared, and never compared
public record NewLetter(
    ImapUid uid,
    Instant received,
    long size,
    boolean imported,
    boolean cut,
    byte[] rfc822,
    Fingerprint print) {
  /// Takes the letter's fingerprint on the thread that fetched it, so that no transaction waits for
  /// it.
  public NewLetter(
      ImapUid uid, Instant received, long size, boolean imported, boolean cut, byte[] rfc822) {
    this(uid, received, size, imported, cut, rfc822, Fingerprint.of(rfc822));
  }
}
