package org.postbag.intake;

import java.time.Instant;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;

/// A letter as it is kept: its bytes, and where they came from.
///
/// @param id our number for it
/// @param received when the mailbox got it (RFC 9051 §2.3.3 internal date)
/// @param imported true for a letter older than our first start: no reply is drafted to it
/// @param cut true when it was larger than the set size and only its beginning is kept
/// @param rfc822 the bytes as the mailbox gave them; shared, not to be changed
@SuppressWarnings("ArrayRecordComponent") // letters are large, shared, and never compared
public record KeptLetter(
    long id, ImapUid uid, Instant received, boolean imported, boolean cut, byte[] rfc822) {
  /// The letter as it reads; one that was cut says so.
  public Letter read(LetterReader reader) {
    Letter letter = reader.read(rfc822);
    return cut ? letter.withProblem(cutAt()) : letter;
  }

  private String cutAt() {
    return "the letter is larger than size-limit: only its first %,d bytes are here, the whole of it is in the mailbox"
        .formatted(rfc822.length);
  }
}
