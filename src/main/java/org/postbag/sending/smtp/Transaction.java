package org.postbag.sending.smtp;

import java.time.Duration;
import java.util.Optional;

/// MAIL, RCPT, DATA for one letter, RFC 5321 §3.3: always to exactly one recipient.
///
/// Each command waits for its answer. PIPELINING (RFC 2920) and BDAT (RFC 3030) are not used: they
/// save round trips that no provider's limit lets us feel, a relay that answers out of turn would
/// have the refusal of a recipient taken for one of the sender, and the letter's last byte could
/// leave before it is known whether it is wanted.
final class Transaction {
  private static final int BLOCK = 64 * 1024;

  private final Wire wire;
  private final Timeouts timeouts;
  private final EhloKeywords ehloKeywords;
  private final Duration patience;

  Transaction(Wire wire, Timeouts timeouts, EhloKeywords ehloKeywords, Duration patience) {
    this.wire = wire;
    this.timeouts = timeouts;
    this.ehloKeywords = ehloKeywords;
    this.patience = patience;
  }

  Answer run(Envelope envelope, byte[] letter) {
    try {
      Optional<Answer> unfit = unfit(envelope, letter);
      if (unfit.isPresent()) {
        return unfit.get();
      }
      offer(envelope, letter);
      stream(Data.transparent(letter));
      checkNothingCameEarly();
    } catch (NotDelivered e) {
      return e.answer();
    } catch (ConnectionLost e) {
      return new Answer.Deferred(0, "before the end of DATA: " + e.getMessage(), Optional.empty());
    }
    return finish();
  }

  /// What this server cannot carry.
  private Optional<Answer> unfit(Envelope envelope, byte[] letter) {
    Optional<Long> most = ehloKeywords.size().filter(size -> letter.length > size);
    if (most.isPresent()) {
      return refuse("5.3.4 larger than the " + most.get() + " octets that this server takes");
    }
    if (envelope.international() && !ehloKeywords.has("SMTPUTF8")) {
      return refuse("5.6.7 this server does not know international addresses (SMTPUTF8)");
    }
    return !Data.isSevenBit(letter) && !ehloKeywords.has("8BITMIME")
        ? refuse("5.6.3 this server does not take 8-bit letters (8BITMIME)")
        : Optional.empty();
  }

  private static Optional<Answer> refuse(String words) {
    return Optional.of(new Answer.Rejected(0, words, false));
  }

  private void offer(Envelope envelope, byte[] letter) throws ConnectionLost, NotDelivered {
    String mail = "MAIL FROM:<" + envelope.from() + ">" + parameters(envelope, letter) + "\r\n";
    String rcpt = "RCPT TO:<" + envelope.to() + ">\r\n";
    wire.send(mail, timeouts.command());
    SmtpReply sender = wire.reply(timeouts.command());
    if (!sender.isPositive()) {
      throw new NotDelivered(AnswerRules.mail(sender));
    }
    wire.send(rcpt, timeouts.command());
    SmtpReply recipient = wire.reply(timeouts.command());
    if (!recipient.isPositive()) {
      throw new NotDelivered(AnswerRules.recipient(recipient));
    }
    wire.send("DATA\r\n", timeouts.command());
    SmtpReply go = wire.reply(timeouts.dataStart());
    if (go.code() != 354) {
      throw new NotDelivered(AnswerRules.letter(go));
    }
  }

  private String parameters(Envelope envelope, byte[] letter) {
    return (ehloKeywords.has("SIZE") ? " SIZE=" + letter.length : "")
        + (!Data.isSevenBit(letter) && ehloKeywords.has("8BITMIME") ? " BODY=8BITMIME" : "")
        + (envelope.international() ? " SMTPUTF8" : "");
  }

  private void stream(byte[] data) throws ConnectionLost {
    for (int from = 0; from < data.length; from += BLOCK) {
      wire.send(data, from, Math.min(data.length, from + BLOCK), timeouts.dataBlock());
    }
  }

  /// The last moment at which anything is sure: a server that has left, or answered already, does
  /// not want the letter, and without the final dot has not taken it.
  private void checkNothingCameEarly() throws ConnectionLost, NotDelivered {
    if (wire.hears(patience)) {
      SmtpReply early = wire.reply(timeouts.command());
      wire.close();
      throw new NotDelivered(
          early.isPositive()
              ? new Answer.Deferred(0, "answered before the end: " + early, Optional.empty())
              : AnswerRules.letter(early));
    }
  }

  /// From the first byte of the final dot on, only the server knows.
  private Answer finish() {
    try {
      wire.send(".\r\n", timeouts.dataBlock());
      SmtpReply end = wire.reply(timeouts.dataEnd());
      return switch (end.code() / 100) {
        case 2 -> new Answer.Accepted(end.toString());
        case 4, 5 -> AnswerRules.letter(end);
        default -> new Answer.Unclear("after the end of DATA: " + end);
      };
    } catch (ConnectionLost e) {
      return new Answer.Unclear("after the end of DATA: " + e.getMessage());
    }
  }
}
