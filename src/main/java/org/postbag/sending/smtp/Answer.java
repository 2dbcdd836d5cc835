package org.postbag.sending.smtp;

import java.time.Duration;
import java.util.Optional;

/// What became of one try to hand a reply to the server: exactly one of these is true.
public sealed interface Answer {
  /// The server took it: 2yz behind the end of DATA.
  ///
  /// @param words the server's answer
  record Accepted(String words) implements Answer {}

  /// Surely not accepted, and worth another try: a 4yz answer, at the end of DATA too, or a
  /// connection lost before the end of DATA.
  ///
  /// @param code the answer's code; 0 when the connection was lost
  /// @param asked how long the server asked us to wait
  record Deferred(int code, String words, Optional<Duration> asked) implements Answer {}

  /// Surely not accepted, and nothing to do with this reply: the server was not reached, does not
  /// want connections now (421, 432), or its answer made no sense. The whole mailbox waits.
  record Unreached(int code, String words, Optional<Duration> asked) implements Answer {}

  /// The server does not know us: it refused our name, password or token. A person must act.
  record SignInRefused(int code, String words) implements Answer {}

  /// Refused for good: a 5yz answer, or a reply that this server cannot carry.
  ///
  /// @param addressAtFault true when the recipient was refused, and not the reply or ourselves
  record Rejected(int code, String words, boolean addressAtFault) implements Answer {}

  /// The connection was lost, or silence lasted too long, after the end of DATA and before an
  /// answer (RFC 5321 §4.2.5, RFC 1047): perhaps accepted, perhaps not.
  record Unclear(String words) implements Answer {}

  /// What happened and the server's code, without its words: those may hold addresses.
  default String summary() {
    return switch (this) {
      case Accepted _ -> "accepted";
      case Deferred deferred -> "deferred, " + deferred.code();
      case Unreached unreached -> "not reached, " + unreached.code();
      case SignInRefused refused -> "sign-in refused, " + refused.code();
      case Rejected rejected -> "rejected, " + rejected.code();
      case Unclear _ -> "the answer was not seen";
    };
  }
}
