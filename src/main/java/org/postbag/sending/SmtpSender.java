package org.postbag.sending;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.postbag.ledger.WithheldReason;
import org.postbag.review.Approval;
import org.postbag.sending.smtp.Answer;
import org.postbag.sending.smtp.SmtpClient;
import org.postbag.sending.smtp.SmtpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands claimed replies to their mailboxes' servers. Never throws: every end is a [Delivery].
public final class SmtpSender implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SmtpSender.class);

  private final Map<String, SmtpClient> clients = new TreeMap<>();
  private final BiFunction<Approval, Instant, Composed> compose;

  /// Makes a sender for those mailboxes.
  ///
  /// @param servers by mailbox name
  /// @param compose an approved reply as it leaves, by the date that it bears, such as
  ///   [Composer#compose]
  public SmtpSender(
      Map<String, SmtpServer> servers, BiFunction<Approval, Instant, Composed> compose) {
    this(servers, compose, SmtpClient::new);
  }

  /// Makes a sender whose clients are made by `connect`.
  SmtpSender(
      Map<String, SmtpServer> servers,
      BiFunction<Approval, Instant, Composed> compose,
      Function<SmtpServer, SmtpClient> connect) {
    servers.forEach((mailbox, server) -> clients.put(mailbox, connect.apply(server)));
    this.compose = compose;
  }

  /// Tries once; a refused claim passes through untouched.
  public Delivery send(Claim claim) {
    return switch (claim) {
      case Claim.Refused refused -> new Delivery.NotTried(refused);
      case Claim.Taken taken -> send(taken);
    };
  }

  private Delivery send(Claim.Taken claim) {
    try {
      return switch (compose.apply(claim.approval(), claim.at())) {
        case Composed.Message message ->
            new Delivery.Tried(claim, answer(claim.approval(), message.bytes()));
        case Composed.Withheld(WithheldReason why) -> new Delivery.Withheld(claim, why);
      };
    } catch (RuntimeException e) {
      log.error("The reply to letter {} cannot be written", claim.approval().letter(), e);
      String why = "it cannot be written: " + e.getMessage();
      return new Delivery.Tried(claim, new Answer.Rejected(0, why, false));
    }
  }

  private Answer answer(Approval approval, byte[] letter) {
    Optional<SmtpClient> client = Optional.ofNullable(clients.get(approval.mailbox()));
    if (client.isEmpty()) {
      return new Answer.Unreached(0, "the mailbox is no longer configured", Optional.empty());
    }
    return answer(client.get(), approval, letter);
  }

  /// What fails in an unforeseen way may have failed after the end of DATA.
  private static Answer answer(SmtpClient client, Approval approval, byte[] letter) {
    try {
      return client.send(approval.from().address(), approval.to().address(), letter);
    } catch (RuntimeException e) {
      log.error("Sending the reply to letter {} broke off", approval.letter(), e);
      return new Answer.Unclear("it broke off: " + e);
    }
  }

  /// Signs in to a mailbox's server and leaves again; empty when all is well.
  public Optional<String> check(String mailbox) {
    return Optional.ofNullable(clients.get(mailbox))
        .flatMap(SmtpClient::check)
        .map(answer ->
            switch (answer) {
              case Answer.Accepted(String words) -> words;
              case Answer.Deferred(_, String words, _) -> words;
              case Answer.Unreached(_, String words, _) -> words;
              case Answer.SignInRefused(_, String words) -> "sign-in refused: " + words;
              case Answer.SenderRefused(_, String words) -> "sender refused: " + words;
              case Answer.Rejected(_, String words, _) -> words;
              case Answer.Unclear(String words) -> words;
            });
  }

  @Override
  public void close() {
    clients.values().forEach(SmtpClient::close);
  }
}
