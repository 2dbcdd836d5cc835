package org.postbag.demo;

import java.time.Instant;
import java.util.List;

/// What the demo's SMTP server was given.
///
/// @param at when it had taken the whole message
/// @param recipients the addresses of RCPT TO, RFC 5321 §3.3
/// @param bytes the message as it came; not copied, not to be changed
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement; never compared
public record SentLetter(Instant at, List<String> recipients, byte[] bytes) {
  public SentLetter {
    recipients = List.copyOf(recipients);
  }
}
