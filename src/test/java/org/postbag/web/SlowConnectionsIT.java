package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Connections that are there to be there.
class SlowConnectionsIT {
  private static final Duration LONG = Duration.ofSeconds(45);
  private static final int MANY = 100;

  private final TestDesk desk = TestDesk.start(Duration.ofMinutes(1));
  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    desk.close();
  }

  private Socket connect() {
    try {
      URI at = desk.at("/");
      Socket socket = new Socket(at.getHost(), at.getPort());
      socket.setSoTimeout(1);
      sockets.add(socket);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(Socket socket, String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException _) {
      // It was closed.
    }
  }

  private static boolean isClosed(Socket socket) {
    try {
      byte[] answer = new byte[8192];
      int length = socket.getInputStream().read(answer);
      return length < 0 || socket.getInputStream().read(answer) < 0;
    } catch (java.net.SocketTimeoutException _) {
      return false;
    } catch (IOException _) {
      return true;
    }
  }

  @Test
  void idleAndSlowOnesAreClosed() {
    for (int i = 0; i < MANY; i++) {
      connect();
      send(connect(), "GET /login HTTP/1.1\r\nHost: ");
    }
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> {
          for (int i = 1; i < sockets.size(); i += 2) {
            send(sockets.get(i), "a");
          }
          return sockets.stream().allMatch(SlowConnectionsIT::isClosed);
        });
    assertThat(sockets).hasSize(2 * MANY);
  }
}
