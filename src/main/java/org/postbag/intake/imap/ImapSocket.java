package org.postbag.intake.imap;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.postbag.intake.MailServer;
import org.postbag.intake.MailServer.Security;
import org.postbag.intake.imap.MailboxUnavailable.Kind;

/// Opens the way to an IMAP server up to its greeting, protected as the settings demand. Nothing
/// secret is sent here, and nothing that came before TLS is believed after it (RFC 9051 §11.1).
final class ImapSocket {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
  private static final int LONGEST_LINE = 8 * 1024;
  private static final int MOST_LINES = 50;

  private final MailServer server;
  private final Tls tls;
  private final Duration timeout;

  ImapSocket(MailServer server, Tls tls, Duration timeout) {
    this.server = server;
    this.tls = tls;
    this.timeout = timeout;
  }

  /// A connected socket whose greeting has been read.
  Socket open() throws MailboxUnavailable {
    Socket plain = new Socket();
    try {
      plain.connect(
          new InetSocketAddress(server.host(), server.port()), (int) CONNECT_TIMEOUT.toMillis());
      plain.setSoTimeout((int) timeout.toMillis());
      plain.setTcpNoDelay(true);
      plain.setKeepAlive(true);
      return switch (server.security()) {
        case TLS -> greeted(tls.over(plain, server));
        case STARTTLS -> startTls(greeted(plain));
        case NONE -> greeted(onlyLoopback(plain));
      };
    } catch (IOException e) {
      close(plain);
      throw explain(e);
    } catch (MailboxUnavailable e) {
      close(plain);
      throw e;
    }
  }

  private Socket onlyLoopback(Socket socket) throws MailboxUnavailable {
    if (!socket.getInetAddress().isLoopbackAddress()) {
      throw new MailboxUnavailable(
          Kind.UNPROTECTED,
          server + " is not this machine; use imaps://, or imap:// with STARTTLS");
    }
    return socket;
  }

  private Socket greeted(Socket socket) throws IOException, MailboxUnavailable {
    String greeting = line(socket.getInputStream());
    if (greeting.startsWith("* PREAUTH")) {
      // RFC 9051 §11.1: such a server could keep us from ever asking for TLS.
      throw new MailboxUnavailable(
          Kind.UNPROTECTED, server + " lets us in before we said who we are");
    }
    if (!greeting.startsWith("* OK")) {
      throw ResponseCodes.busy(server + " turns us away", greeting);
    }
    return socket;
  }

  private Socket startTls(Socket socket) throws IOException, MailboxUnavailable {
    socket.getOutputStream().write("S1 STARTTLS\r\n".getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    String answer = line(in);
    for (int lines = 0; !answer.startsWith("S1 ") && lines < MOST_LINES; lines++) {
      answer = line(in);
    }
    if (!answer.startsWith("S1 OK")) {
      throw new MailboxUnavailable(
          Kind.UNPROTECTED, server + " does not offer STARTTLS; nothing was sent. Use imaps://");
    }
    if (in.available() > 0) {
      throw new MailboxUnavailable(
          Kind.UNPROTECTED, server + " sends data between STARTTLS and TLS");
    }
    return tls.over(socket, server);
  }

  /// One line, octet by octet: not one more may be taken from the socket before TLS begins.
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0 || line.length() > LONGEST_LINE) {
        throw new IOException("the connection ended before the greeting was complete");
      }
      line.append((char) octet);
    }
    return line.toString().stripTrailing();
  }

  private MailboxUnavailable explain(IOException e) {
    return switch (e) {
      case SSLException _ when server.security() != Security.NONE ->
          new MailboxUnavailable(
              Kind.UNPROTECTED,
              "the certificate or the TLS of " + server + " is not accepted: " + e.getMessage(),
              e);
      case UnknownHostException _ ->
          new MailboxUnavailable(Kind.UNREACHABLE, "no machine is called " + server.host(), e);
      case ConnectException _ ->
          new MailboxUnavailable(Kind.UNREACHABLE, "nothing listens at " + server, e);
      case SocketTimeoutException _ ->
          new MailboxUnavailable(Kind.SILENT, server + " does not answer", e);
      default -> new MailboxUnavailable(Kind.UNREACHABLE, server + ": " + e.getMessage(), e);
    };
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is given up anyway.
    }
  }
}
