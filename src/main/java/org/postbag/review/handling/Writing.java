package org.postbag.review.handling;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/// A reply that somebody is writing.
///
/// @param version of the draft that it began from
/// @param source the standard reply or the address that it began with; empty for none
/// @param at when it was last kept
public record Writing(
    int version, Kind kind, String source, String subject, String text, Instant at) {
  /// What it is to become.
  public enum Kind {
    /// Changes the draft.
    EDIT,
    /// A reply from nothing, or from a standard reply that was picked.
    OWN,
    /// A message that forwards the letter.
    FORWARD;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of that word; what is not known changes the draft.
    public static Kind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElse(EDIT);
    }
  }
}
