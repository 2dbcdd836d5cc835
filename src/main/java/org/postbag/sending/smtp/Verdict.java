package org.postbag.sending.smtp;

import java.util.Optional;

/// What an answer means at the point of the conversation where it came.
final class Verdict {
  private Verdict() {}

  /// Before the letter was offered: greeting, EHLO, STARTTLS. Nothing to do with this reply.
  static Answer onTheWay(Reply reply) {
    return new Answer.Unreached(reply.code(), reply.toString(), reply.asked());
  }

  /// After AUTH, RFC 4954 §6.
  static Answer signIn(Reply reply) {
    return reply.isTransient()
        ? onTheWay(reply)
        : new Answer.SignInRefused(reply.code(), reply.toString());
  }

  /// After MAIL: it is about us as the sender, but for the size (RFC 1870 §6.1).
  static Answer mail(Reply reply) {
    if (reply.isTransient()) {
      return onTheWay(reply);
    }
    boolean tooLarge = reply.code() == 552 || reply.status().equals(Optional.of("5.3.4"));
    return tooLarge
        ? new Answer.Rejected(reply.code(), reply.toString(), false)
        : new Answer.SignInRefused(reply.code(), reply.toString());
  }

  /// After RCPT. 4.3.2 and 432 are Exchange's word for too many connections.
  static Answer recipient(Reply reply) {
    return reply.isTransient()
        ? later(reply)
        : new Answer.Rejected(reply.code(), reply.toString(), blamesTheAddress(reply));
  }

  /// After DATA or the final dot.
  static Answer letter(Reply reply) {
    return reply.isTransient()
        ? later(reply)
        : new Answer.Rejected(reply.code(), reply.toString(), false);
  }

  private static Answer later(Reply reply) {
    return reply.code() == 432
        ? onTheWay(reply)
        : new Answer.Deferred(reply.code(), reply.toString(), reply.asked());
  }

  /// RFC 3463 §3.2 and §3.3: X.1 is the address, X.2 the mailbox. Without such a status the code
  /// must do. X.7 is policy, and more often about the sender.
  private static boolean blamesTheAddress(Reply reply) {
    return reply
        .status()
        .map(status -> status.startsWith("5.1.") || status.startsWith("5.2."))
        .orElse(reply.code() == 550 || reply.code() == 551 || reply.code() == 553);
  }
}
