package org.postbag.sending.smtp;

import java.time.Duration;

/// How long we wait, RFC 5321 §4.5.3.2.
///
/// @param connect for the connection and the TLS handshake
/// @param greeting for the 220
/// @param command for the answer to a command
/// @param dataStart for the 354
/// @param dataBlock for a piece of the letter to be taken
/// @param dataEnd for the answer behind the final dot: long, because giving up here leaves a reply
///   unclear (§4.5.3.2.6)
public record Timeouts(
    Duration connect,
    Duration greeting,
    Duration command,
    Duration dataStart,
    Duration dataBlock,
    Duration dataEnd) {
  /// As the standard has them; it says nothing on `connect`.
  public static final Timeouts STANDARD =
      new Timeouts(
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(2),
          Duration.ofMinutes(3),
          Duration.ofMinutes(10));

  /// The same wait everywhere.
  public static Timeouts all(Duration wait) {
    return new Timeouts(wait, wait, wait, wait, wait, wait);
  }
}
