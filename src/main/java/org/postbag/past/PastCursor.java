package org.postbag.past;

import java.time.Instant;

/// How far a folder or a file has been read.
///
/// @param epoch in which `place` means something: UIDVALIDITY, or a number made of a file's
///   beginning
/// @param place the last UID; of a file, the octet behind the last letter
/// @param since from which time on letters were wanted
record PastCursor(String source, String folder, long epoch, long place, Instant since) {
  PastCursor at(long next) {
    return new PastCursor(source, folder, epoch, next, since);
  }
}
