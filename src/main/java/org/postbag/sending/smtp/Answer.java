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
  /// want connections now (421, 432, 4.3.2), or its answer made no sense. The whole mailbox waits.
  record Unreached(int code, String words, Optional<Duration> asked) implements Answer {}

  /// The server does not know us: it refused our name, password or token. A person must act.
  record SignInRefused(int code, String words) implements Answer {}

  /// The server knows us, and refuses for good to take mail that comes from the mailbox's address.
  /// A person must act: all replies of the mailbox bear that address.
  record SenderRefused(int code, String words) implements Answer {}

  /// Refused for good: a 5yz answer, or a reply that this server cannot carry.
  ///
  /// @param addressAtFault true when the recipient was refused, and not the reply or ourselves
  record Rejected(int code, String words, boolean addressAtFault) implements Answer {}

  /// The connection was lost, or silence lasted too long, after the end of DATA and before an
  /// answer (RFC 5321 §4.2.5, RFC 1047): perhaps accepted, perhaps not.
  record Unclear(String words) implements Answer {}

  /// The server's own words, or what happened; may hold addresses.
  String words();

  /// Whether it shows that the server let us in.
  default boolean isSignedIn() {
    return switch (this) {
      case Accepted _, Deferred _, SenderRefused _, Unclear _ -> true;
      // Without a code the reply was not offered to any server.
      case Rejected rejected -> rejected.code() != 0;
      case Unreached _, SignInRefused _ -> false;
    };
  }

  /// What happened and the server's code, without its words: those may hold addresses.
  default String summary() {
    return switch (this) {
      case Accepted _ -> "accepted";
      case Deferred deferred -> "deferred, " + deferred.code();
      case Unreached unreached -> "not reached, " + unreached.code();
      case SignInRefused refused -> "sign-in refused, " + refused.code();
      case SenderRefused refused -> "sender refused, " + refused.code();
      case Rejected rejected -> "rejected, " + rejected.code();
      case Unclear _ -> "the answer was not seen";
    };
  }
}
