package org.postbag.past;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The letters of a file or a folder on disk, one after the other.
interface FileLetters extends AutoCloseable {
  /// Of a letter, no more than this is read; its text stands before its large attachments.
  int MOST_OCTETS = 1024 * 1024;

  /// A letter's bytes.
  ///
  /// @param received when it came, as far as known
  /// @param behind the place behind this letter
  @SuppressWarnings("ArrayRecordComponent") // letters are large, and never compared
  record Found(byte[] rfc822, Instant received, long behind) {}

  /// In which a place means the same as before.
  long epoch();

  /// The place behind the last letter.
  long end();

  /// Goes on behind that place.
  void skipTo(long place) throws IOException;

  @Nullable Found next() throws IOException;

  @Override
  void close() throws IOException;
}
