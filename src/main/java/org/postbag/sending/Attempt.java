package org.postbag.sending;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// One try to send a reply, as the desk shows it.
///
/// @param node who tried
/// @param ended empty while it is under way
/// @param code the server's answer; 0 when there was none
/// @param words the server's own words, or what happened; may hold the address
/// @param next when it is tried again, for a deferred one
public record Attempt(
    long id,
    long letter,
    String mailbox,
    String node,
    Instant claimed,
    Optional<Instant> ended,
    Outcome outcome,
    int code,
    String words,
    Optional<Instant> next) {
  /// What became of it. UNREACHED: the server was never asked to take the reply.
  public enum Outcome {
    OPEN,
    ACCEPTED,
    DEFERRED,
    UNREACHED,
    REJECTED,
    UNCLEAR;

    /// The name in the database and the API.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String label) {
      return Arrays.stream(values())
          .filter(o -> o.label().equals(label))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no outcome is called " + label));
    }
  }
}
