package org.postbag.past;

import java.time.Instant;

/// How far a folder or a file has been read.
///
/// @param epoch in which `place` means something: UIDVALIDITY, or a number made of a file's
///   beginning
/// @param place the last UID; of a file, the octet behind the last letter
/// @param since from which time on letters were wanted
/// @param seen how many letters stand up to there
record PastCursor(String source, String folder, long epoch, long place, Instant since, long seen) {
  /// The same folder, so many letters further on.
  PastCursor at(long next, int letters) {
    return new PastCursor(source, folder, epoch, next, since, seen + letters);
  }

  /// Whether reading may go on from here: in the same epoch, and when no letters are wanted from
  /// before those that were wanted then. Letters that are read once more are recognised.
  boolean holds(long nowEpoch, Instant nowSince) {
    return epoch == nowEpoch && !nowSince.isBefore(since);
  }
}
