package org.postbag.sending.smtp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.postbag.intake.MailServer.Security;

/// One connection to a server, signed in and ready for letters.
final class Session implements AutoCloseable {
  private static final long IDLE_NANOS = 1_000_000_000L;

  private final Wire wire;
  private final SmtpServer server;
  private final Timeouts timeouts;
  private EhloKeywords ehloKeywords = EhloKeywords.NOTHING;
  private final LongSupplier nanoTime;
  private long lastUse;
  private boolean open = true;

  private Session(Wire wire, SmtpServer server, LongSupplier nanoTime) {
    this.wire = wire;
    this.server = server;
    this.nanoTime = nanoTime;
    this.lastUse = nanoTime.getAsLong();
    this.timeouts = server.timeouts();
  }

  /// Connects, protects the way and signs in.
  ///
  /// @throws NotDelivered with the reason, when one of these is not to be had
  static Session open(SmtpServer server, Watchdog watchdog, LongSupplier nanoTime)
      throws NotDelivered {
    String host = server.address().host();
    try {
      Wire wire = Wire.open(host, server.address().port(), server.timeouts().connect(), watchdog);
      return ready(new Session(wire, server, nanoTime));
    } catch (ConnectionLost e) {
      throw new NotDelivered(new Answer.Unreached(0, words(e), Optional.empty()));
    }
  }

  private static String words(ConnectionLost e) {
    return e.getMessage() == null ? "connection lost" : e.getMessage();
  }

  private static Session ready(Session session) throws ConnectionLost, NotDelivered {
    try {
      session.begin();
      return session;
    } catch (ConnectionLost | NotDelivered | RuntimeException e) {
      session.wire.close();
      throw e;
    }
  }

  private void begin() throws ConnectionLost, NotDelivered {
    Security security = server.address().security();
    if (security == Security.TLS) {
      wire.startTls(server.tls(), server.address(), timeouts.connect());
    }
    require(wire.reply(timeouts.greeting()), 220);
    hello();
    if (security == Security.STARTTLS) {
      startTls();
    }
    if (ehloKeywords.has("AUTH") || security != Security.NONE) {
      new SignInDialog(wire, timeouts, ehloKeywords).signIn(server.login());
    }
  }

  /// A server that knows no EHLO offers nothing (RFC 5321 §3.2): no TLS and no sign-in either, so
  /// that only a plain relay on this machine can go on from there.
  private void hello() throws ConnectionLost, NotDelivered {
    SmtpReply ehlo = ask("EHLO " + ourName());
    if (ehlo.isPositive()) {
      ehloKeywords = EhloKeywords.of(ehlo);
      return;
    }
    if (ehlo.isTransient()) {
      throw new NotDelivered(AnswerRules.onTheWay(ehlo));
    }
    require(ask("HELO " + ourName()), 250);
    ehloKeywords = EhloKeywords.NOTHING;
  }

  /// RFC 3207 §4.2: what was known before TLS is forgotten and asked again.
  private void startTls() throws ConnectionLost, NotDelivered {
    if (!ehloKeywords.has("STARTTLS")) {
      throw new NotDelivered(
          new Answer.Unreached(
              0, "the server does not offer STARTTLS; nothing was sent", Optional.empty()));
    }
    require(ask("STARTTLS"), 220);
    wire.startTls(server.tls(), server.address(), timeouts.connect());
    hello();
  }

  private static void require(SmtpReply smtpReply, int code) throws NotDelivered {
    if (smtpReply.code() != code) {
      throw new NotDelivered(AnswerRules.onTheWay(smtpReply));
    }
  }

  /// An address literal, RFC 5321 §4.1.3: a desktop's own name is rarely one of the DNS.
  private String ourName() {
    InetAddress address = wire.localAddress();
    String text = address.getHostAddress().replaceFirst("%.*", "");
    return address instanceof Inet6Address ? "[IPv6:" + text + "]" : "[" + text + "]";
  }

  /// Hands one letter over. Afterwards the session is ready for the next one, or closed.
  ///
  /// @param patience how long to listen before the final dot whether the server is still there
  Answer send(Envelope envelope, byte[] letter, Duration patience) {
    Answer answer = new Transaction(wire, timeouts, ehloKeywords, patience).run(envelope, letter);
    lastUse = nanoTime.getAsLong();
    if (!isReadyAfter(answer)) {
      close();
    }
    return answer;
  }

  private boolean isReadyAfter(Answer answer) {
    return switch (answer) {
      case Answer.Accepted _ -> true;
      case Answer.Deferred(int code, _, _) -> code != 0 && code != 421 && reset();
      case Answer.Rejected _ -> reset();
      case Answer.Unreached _, Answer.SignInRefused _, Answer.SenderRefused _, Answer.Unclear _ ->
          false;
    };
  }

  private boolean reset() {
    try {
      return ask("RSET").isPositive();
    } catch (ConnectionLost _) {
      return false;
    }
  }

  /// Whether the server still listens; asked before a kept session is used again.
  boolean isAlive() {
    if (!open || wire.hasInput()) {
      return false;
    }
    try {
      return nanoTime.getAsLong() - lastUse < IDLE_NANOS || ask("NOOP").isPositive();
    } catch (ConnectionLost _) {
      return false;
    }
  }

  boolean isOpen() {
    return open;
  }

  long idleNanos() {
    return nanoTime.getAsLong() - lastUse;
  }

  private SmtpReply ask(String command) throws ConnectionLost {
    wire.send(command + "\r\n", timeouts.command());
    return wire.reply(timeouts.command());
  }

  /// Says goodbye without waiting for the answer: nothing depends on it.
  @Override
  public void close() {
    if (open) {
      open = false;
      try {
        wire.send("QUIT\r\n", Duration.ofSeconds(1));
      } catch (ConnectionLost _) {
        // the server is gone already
      }
      wire.close();
    }
  }
}
