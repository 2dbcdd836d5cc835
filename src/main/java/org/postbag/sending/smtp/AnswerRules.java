package org.postbag.sending.smtp;

import java.util.Optional;

/// What an answer means at the point of the conversation where it came.
final class AnswerRules {
  private AnswerRules() {}

  /// Before the letter was offered: greeting, EHLO, STARTTLS. Nothing to do with this reply.
  static Answer onTheWay(SmtpReply smtpReply) {
    return new Answer.Unreached(smtpReply.code(), smtpReply.toString(), smtpReply.asked());
  }

  /// After AUTH, RFC 4954 §6.
  static Answer signIn(SmtpReply smtpReply) {
    return smtpReply.isTransient()
        ? onTheWay(smtpReply)
        : new Answer.SignInRefused(smtpReply.code(), smtpReply.toString());
  }

  /// After MAIL: it is about us as the sender, but where it is about this letter: its size (RFC
  /// 1870 §6.1) or its form (RFC 3463 §3.7, X.6).
  static Answer mail(SmtpReply smtpReply) {
    if (smtpReply.isTransient()) {
      return onTheWay(smtpReply);
    }
    if (isSignInMissing(smtpReply)) {
      return signIn(smtpReply);
    }
    return isAboutTheLetter(smtpReply)
        ? new Answer.Rejected(smtpReply.code(), smtpReply.toString(), false)
        : new Answer.SenderRefused(smtpReply.code(), smtpReply.toString());
  }

  /// RFC 4954 §6: 530, 534, 535 and 538 ask for a sign-in, or for another one.
  private static boolean isSignInMissing(SmtpReply smtpReply) {
    return switch (smtpReply.code()) {
      case 530, 534, 535, 538 -> true;
      default -> false;
    };
  }

  private static boolean isAboutTheLetter(SmtpReply smtpReply) {
    return smtpReply.code() == 552
        || smtpReply
            .status()
            .filter(status -> status.equals("5.3.4") || status.startsWith("5.6."))
            .isPresent();
  }

  /// After RCPT.
  static Answer recipient(SmtpReply smtpReply) {
    return smtpReply.isTransient()
        ? later(smtpReply)
        : new Answer.Rejected(smtpReply.code(), smtpReply.toString(), blamesTheAddress(smtpReply));
  }

  /// After DATA or the final dot.
  static Answer letter(SmtpReply smtpReply) {
    return smtpReply.isTransient()
        ? later(smtpReply)
        : new Answer.Rejected(smtpReply.code(), smtpReply.toString(), false);
  }

  /// 4.3.2 says that the whole system takes no mail now (RFC 3463 §3.4); with 432, it is Exchange's
  /// word for too many connections. The mailbox's other replies would be told the same.
  private static Answer later(SmtpReply smtpReply) {
    boolean system = smtpReply.code() == 432 || smtpReply.status().equals(Optional.of("4.3.2"));
    return system
        ? onTheWay(smtpReply)
        : new Answer.Deferred(smtpReply.code(), smtpReply.toString(), smtpReply.asked());
  }

  /// RFC 3463 §3.2 and §3.3: X.1 is the address, X.2 the mailbox. Without such a status the code
  /// must do. X.7 is policy, and more often about the sender.
  private static boolean blamesTheAddress(SmtpReply smtpReply) {
    return smtpReply
        .status()
        .map(status -> status.startsWith("5.1.") || status.startsWith("5.2."))
        .orElse(smtpReply.code() == 550 || smtpReply.code() == 551 || smtpReply.code() == 553);
  }
}
