package org.postbag.sending.smtp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.postbag.intake.MailServer;
import org.postbag.intake.imap.Tls;

/// Lines and answers over one connection, each wait bounded.
final class Wire implements AutoCloseable {
  private final Socket raw;
  private final Watchdog watchdog;
  private Socket socket;
  private InputStream in;
  private OutputStream out;
  private volatile boolean bitten;

  private Wire(Socket raw, Watchdog watchdog) throws IOException {
    this.raw = raw;
    this.watchdog = watchdog;
    this.socket = raw;
    this.in = new BufferedInputStream(raw.getInputStream());
    this.out = raw.getOutputStream();
  }

  static Wire open(String host, int port, Duration wait, Watchdog watchdog) throws ConnectionLost {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(wait.toMillis()));
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true);
      return new Wire(socket, watchdog);
    } catch (IOException e) {
      closeQuietly(socket);
      throw new ConnectionLost("no connection to " + host + ":" + port, e);
    }
  }

  /// Goes on under TLS. What the server has sent ahead in plain text is forgotten (RFC 3207 §6): it
  /// may be anybody's.
  void startTls(Tls tls, MailServer server, Duration wait) throws ConnectionLost {
    guarded(
        wait,
        "TLS",
        () -> {
          Socket secure = tls.over(raw, server);
          socket = secure;
          in = new BufferedInputStream(secure.getInputStream());
          out = secure.getOutputStream();
        });
  }

  /// Sends bytes and sees them off to the network.
  void send(byte[] bytes, int from, int to, Duration wait) throws ConnectionLost {
    guarded(
        wait,
        "sending",
        () -> {
          out.write(bytes, from, to - from);
          out.flush();
        });
  }

  void send(String command, Duration wait) throws ConnectionLost {
    byte[] bytes = command.getBytes(StandardCharsets.UTF_8);
    send(bytes, 0, bytes.length, wait);
  }

  /// The next answer, all of its lines.
  SmtpReply reply(Duration wait) throws ConnectionLost {
    SmtpReply[] reply = new SmtpReply[1];
    guarded(wait, "waiting for an answer", () -> reply[0] = SmtpReplyReader.read(in));
    return reply[0];
  }

  /// Whether the server has said something that nobody asked for, or has left.
  boolean hasInput() {
    try {
      return in.available() > 0;
    } catch (IOException _) {
      return true;
    }
  }

  /// Listens for so long whether the server says something unasked.
  ///
  /// @throws Lost when it has left
  boolean hears(Duration patience) throws ConnectionLost {
    if (patience.isZero()) {
      return hasInput();
    }
    try {
      in.mark(1);
      socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
      if (in.read() < 0) {
        throw new ConnectionLost("the server closed the connection");
      }
      in.reset();
      return true;
    } catch (SocketTimeoutException _) {
      return false;
    } catch (ConnectionLost e) {
      throw e;
    } catch (IOException e) {
      throw new ConnectionLost("listening", e);
    } finally {
      unbound();
    }
  }

  private void unbound() {
    try {
      socket.setSoTimeout(0);
    } catch (IOException _) {
      // the socket is closed, and nobody waits for it
    }
  }

  InetAddress localAddress() {
    return raw.getLocalAddress();
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private void guarded(Duration wait, String doing, Work work) throws ConnectionLost {
    try (Watchdog.Guard _ = watchdog.guard(wait, this::bite)) {
      work.run();
    } catch (ConnectionLost e) {
      throw e;
    } catch (IOException e) {
      throw bitten
          ? new ConnectionLost("silence for " + wait.toSeconds() + " s")
          : new ConnectionLost(doing, e);
    }
  }

  private void bite() {
    bitten = true;
    close();
  }

  /// Closes the plain socket beneath TLS, which never waits for the other side.
  @Override
  public void close() {
    closeQuietly(raw);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // it is of no more use either way
    }
  }
}
