package org.postbag.email;

import java.util.Optional;

/// Who wrote a letter, where it says itself that it was not the one in From.
///
/// @param means how it comes to be so
/// @param writer whom it names; empty where it names nobody that can be written to
public record Authorship(Means means, Optional<NamedAddress> writer) {
  /// How somebody else's letter gets under a From.
  public enum Means {
    /// A web form wrote the message, and its fields name the person.
    FORM,
    /// A list or group put its own address in place of the writer's, because of DMARC (RFC 7960
    /// §4.1.3), and keeps the writer in a field of its own.
    REWRITTEN,
    /// Somebody sent another one's letter on.
    FORWARDED
  }

  boolean is(Means other) {
    return means == other;
  }
}
