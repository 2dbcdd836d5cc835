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
import org.jspecify.annotations.Nullable;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.AccessTokens.TokenRefused;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.SignIn;
import org.postbag.intake.imap.Trouble.Kind;

/// One connection to a mailbox, signed in. Belongs to one thread.
final class ImapSession implements AutoCloseable {
  /// Over the size limit by the partial fetch's one octet, and by what other answers need.
  private static final int LITERAL_SLACK = 1024 * 1024;

  private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(30);

  private final ImapWire wire;

  private ImapSession(ImapWire wire) {
    this.wire = wire;
  }

  /// Connects and signs in.
  static ImapSession open(MailboxSettings mailbox, AccessTokens tokens) throws Trouble {
    Tls tls = Tls.trusting(mailbox.certificates());
    Socket socket = new ImapSocket(mailbox.imap(), tls, timeout(mailbox)).open();
    try {
      ImapWire wire = ImapWire.over(socket, (long) mailbox.sizeLimit() + LITERAL_SLACK);
      ImapSession session = new ImapSession(wire);
      session.signIn(mailbox, tokens);
      return session;
    } catch (IOException | Trouble e) {
      quietly(socket);
      throw e instanceof Trouble trouble ? trouble : broken(e);
    }
  }

  /// No answer for that long means that none will come. Longer than an IDLE lasts.
  private static Duration timeout(MailboxSettings mailbox) {
    return ImapFolder.idleTime(mailbox).plus(SHORTEST_TIMEOUT);
  }

  private void signIn(MailboxSettings mailbox, AccessTokens tokens) throws Trouble {
    try {
      wire.capability();
      switch (mailbox.signIn()) {
        case SignIn.Password password -> login(mailbox.username(), password.value().reveal());
        case SignIn.OAuth2 _ -> bear(mailbox, tokens);
      }
      wire.capability();
    } catch (CommandFailedException e) {
      throw Refusals.signIn(rest(e), e);
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

  private void bear(MailboxSettings mailbox, AccessTokens tokens)
      throws ProtocolException, Trouble {
    try {
      wire.authoauth2(mailbox.username(), tokens.accessToken(mailbox));
    } catch (CommandFailedException e) {
      tokens.forget(mailbox);
      throw e;
    } catch (TokenRefused e) {
      throw new Trouble(
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
  Response[] run(String command, @Nullable Argument arguments, String what) throws Trouble {
    Response[] answers = wire.command(command, arguments);
    Response last = answers[answers.length - 1];
    if (last.isOK()) {
      return answers;
    }
    throw last.isBYE() ? gone(last) : Refusals.command(what, last.getRest());
  }

  Response[] run(String command, String what) throws Trouble {
    return run(command, null, what);
  }

  /// The connection has ended: by the server's word, by silence, or by accident.
  static Trouble gone(Response bye) {
    Exception cause = bye.getException();
    if (cause == null) {
      return Refusals.busy("the server ended the connection", bye.getRest());
    }
    return cause instanceof SocketTimeoutException
        ? new Trouble(Kind.SILENT, "the server stopped answering", cause)
        : broken(cause);
  }

  static Trouble broken(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new Trouble(
        Kind.BROKEN,
        "the connection broke: " + Refusals.words(String.valueOf(cause.getMessage())),
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
    wire.hangUp();
  }
}
