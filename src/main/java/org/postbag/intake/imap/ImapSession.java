package org.postbag.intake.imap;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPReferralException;
import org.jspecify.annotations.Nullable;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.AccessTokens.TokenRefused;
import org.postbag.intake.Credentials;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.imap.MailboxUnavailable.Kind;

/// One connection to a mailbox, signed in. Belongs to one thread.
final class ImapSession implements AutoCloseable {
  /// Over the size limit by the partial fetch's one octet, and by what other answers need.
  private static final int LITERAL_SLACK = 1024 * 1024;

  private final ImapWire wire;
  private final TrickleGuard trickleGuard;
  private long commands;

  private ImapSession(ImapWire wire, Duration silence) {
    this.wire = wire;
    this.trickleGuard = new TrickleGuard(wire, silence);
  }

  /// Connects and signs in, as patiently as usual.
  static ImapSession open(MailboxSettings mailbox, AccessTokens tokens) throws MailboxUnavailable {
    return open(mailbox, tokens, ReadingIntervals.SILENCE);
  }

  /// Connects and signs in. No answer for `silence` longer than an IDLE lasts means that none will
  /// come.
  static ImapSession open(MailboxSettings mailbox, AccessTokens tokens, Duration silence)
      throws MailboxUnavailable {
    Duration timeout = ImapFolder.idleTime(mailbox).plus(silence);
    Tls tls = Tls.trusting(mailbox.certificates());
    Socket socket = new ImapSocket(mailbox.imap(), tls, timeout).open();
    try {
      ImapWire wire = ImapWire.over(socket, (long) mailbox.sizeLimit() + LITERAL_SLACK);
      ImapSession session = new ImapSession(wire, silence);
      session.signInOrClose(mailbox, tokens);
      return session;
    } catch (IOException | MailboxUnavailable e) {
      quietly(socket);
      throw e instanceof MailboxUnavailable mailboxUnavailable ? mailboxUnavailable : broken(e);
    }
  }

  private void signInOrClose(MailboxSettings mailbox, AccessTokens tokens)
      throws MailboxUnavailable {
    try {
      signIn(mailbox, tokens);
    } catch (MailboxUnavailable e) {
      close();
      throw e;
    }
  }

  private void signIn(MailboxSettings mailbox, AccessTokens tokens) throws MailboxUnavailable {
    try {
      wire.capability();
      switch (mailbox.credentials()) {
        case Credentials.Password password -> login(mailbox.username(), password.value().reveal());
        case Credentials.OAuth2 _ -> authenticateBearer(mailbox, tokens);
      }
      wire.capability();
    } catch (CommandFailedException e) {
      throw ResponseCodes.signIn(rest(e), e);
    } catch (IMAPReferralException e) {
      // RFC 2221: not followed, for it would take our password wherever the server likes.
      throw new MailboxUnavailable(
          Kind.SIGN_IN,
          "the server sends us to another one; ask the provider for its name and put that into"
              + " application.yaml",
          e);
    } catch (ProtocolException e) {
      throw broken(e);
    }
  }

  private void login(String user, String password) throws ProtocolException {
    if (wire.hasCapability("AUTH=PLAIN")) {
      wire.authplain(null, user, password);
    } else {
      wire.login(user, password);
    }
  }

  private void authenticateBearer(MailboxSettings mailbox, AccessTokens tokens)
      throws ProtocolException, MailboxUnavailable {
    try {
      wire.authoauth2(mailbox.username(), tokens.accessToken(mailbox));
    } catch (CommandFailedException e) {
      tokens.forget(mailbox);
      throw e;
    } catch (TokenRefused e) {
      throw new MailboxUnavailable(
          e.isForGood() ? Kind.SIGN_IN : Kind.BUSY, String.valueOf(e.getMessage()), e);
    }
  }

  private static String rest(ProtocolException e) {
    return Optional.ofNullable(e.getResponse()).map(Response::getRest).orElse("");
  }

  ImapWire wire() {
    return wire;
  }

  boolean offers(String capability) {
    return wire.hasCapability(capability);
  }

  /// Sends a command and reads to its end.
  ///
  /// @param what the trouble in words, should the server say no
  Response[] run(String command, @Nullable Argument arguments, String what)
      throws MailboxUnavailable {
    trickleGuard.begin(++commands);
    Response[] answers = wire.command(command, arguments);
    trickleGuard.end();
    Response last = answers[answers.length - 1];
    if (last.isOK()) {
      return answers;
    }
    if (trickleGuard.wasFound()) {
      throw new MailboxUnavailable(
          Kind.SILENT,
          "the server sends less than "
              + TrickleGuard.LEAST_OCTETS_A_SECOND
              + " octets a second; it is asked for less on a new connection");
    }
    throw last.isBYE() ? gone(last) : ResponseCodes.command(what, last.getRest());
  }

  Response[] run(String command, String what) throws MailboxUnavailable {
    return run(command, null, what);
  }

  /// The connection has ended: by the server's word, by silence, or by accident.
  static MailboxUnavailable gone(Response bye) {
    Exception cause = bye.getException();
    if (cause == null) {
      return ResponseCodes.busy("the server ended the connection", bye.getRest());
    }
    return cause instanceof SocketTimeoutException
        ? new MailboxUnavailable(Kind.SILENT, "the server stopped answering", cause)
        : broken(cause);
  }

  static MailboxUnavailable broken(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new MailboxUnavailable(
        Kind.BROKEN,
        "the connection broke: " + ResponseCodes.words(String.valueOf(cause.getMessage())),
        e);
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is given up anyway.
    }
  }

  /// Just hangs up: LOGOUT (RFC 9051 §6.1.3) would wait for a server that may be silent.
  @Override
  public void close() {
    trickleGuard.close();
    wire.hangUp();
  }
}
