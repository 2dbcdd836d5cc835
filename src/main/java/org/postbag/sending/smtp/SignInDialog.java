package org.postbag.sending.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.postbag.intake.AccessTokens;

/// AUTH, RFC 4954. Nothing that is sent or asked here is ever written to a log.
final class SignInDialog {
  private final Wire wire;
  private final Timeouts timeouts;
  private final List<String> mechanisms;

  SignInDialog(Wire wire, Timeouts timeouts, EhloKeywords ehloKeywords) {
    this.wire = wire;
    this.timeouts = timeouts;
    this.mechanisms = ehloKeywords.mechanisms();
  }

  /// A server that offers no way to sign in, such as a relay on this machine, is not asked; one
  /// that wants us to all the same says so with 530 at the first command (RFC 4954 §6).
  void signIn(Login login) throws ConnectionLost, NotDelivered {
    if (mechanisms.isEmpty()) {
      return;
    }
    switch (login) {
      case Login.None _ -> {}
      case Login.Password password -> require(withPassword(password));
      case Login.Token token -> require(withToken(token));
    }
  }

  /// RFC 4954 §6 asks for 235; some relays say 250 and mean it (RFC 5321 §4.2.1: 2yz is a yes).
  private static void require(SmtpReply smtpReply) throws NotDelivered {
    if (smtpReply.code() / 100 != 2) {
      throw new NotDelivered(AnswerRules.signIn(smtpReply));
    }
  }

  private SmtpReply withPassword(Login.Password login) throws ConnectionLost, NotDelivered {
    String name = login.username();
    String password = login.password().reveal();
    if (mechanisms.contains("PLAIN")) {
      return ask("AUTH PLAIN " + base64("\0" + name + "\0" + password));
    }
    if (mechanisms.contains("LOGIN")) {
      SmtpReply user = ask("AUTH LOGIN");
      SmtpReply pass = user.code() == 334 ? ask(base64(name)) : user;
      return pass.code() == 334 ? ask(base64(password)) : pass;
    }
    throw noMechanism("PLAIN or LOGIN");
  }

  /// A token may have been withdrawn before its time; then a new one gets one more try.
  private SmtpReply withToken(Login.Token login) throws ConnectionLost, NotDelivered {
    SmtpReply smtpReply = withToken(login.mailbox().username(), token(login));
    if (smtpReply.code() / 100 != 5) {
      return smtpReply;
    }
    login.tokens().forget(login.mailbox());
    return withToken(login.mailbox().username(), token(login));
  }

  private static String token(Login.Token login) throws NotDelivered {
    try {
      return login.tokens().accessToken(login.mailbox());
    } catch (AccessTokens.TokenRefused e) {
      String why = "no access token: " + e.getMessage();
      throw new NotDelivered(
          e.isForGood()
              ? new Answer.SignInRefused(0, why)
              : new Answer.Unreached(0, why, Optional.empty()));
    }
  }

  private SmtpReply withToken(String name, String token) throws ConnectionLost, NotDelivered {
    SmtpReply smtpReply = ask(tokenCommand(name, token));
    // RFC 7628 §3.2.3: the reason comes as a challenge, and the failure behind an empty answer.
    return smtpReply.code() == 334 ? ask(mechanisms.contains("XOAUTH2") ? "" : "AQ==") : smtpReply;
  }

  private String tokenCommand(String name, String token) throws NotDelivered {
    if (mechanisms.contains("XOAUTH2")) {
      return "AUTH XOAUTH2 " + base64("user=" + name + "\1auth=Bearer " + token + "\1\1");
    }
    if (mechanisms.contains("OAUTHBEARER")) {
      return "AUTH OAUTHBEARER " + base64("n,a=" + name + ",\1auth=Bearer " + token + "\1\1");
    }
    throw noMechanism("XOAUTH2 or OAUTHBEARER");
  }

  private NotDelivered noMechanism(String wanted) {
    return new NotDelivered(
        new Answer.SignInRefused(0, "the server does not offer " + wanted + ": " + mechanisms));
  }

  private SmtpReply ask(String line) throws ConnectionLost {
    wire.send(line + "\r\n", timeouts.command());
    return wire.reply(timeouts.command());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
