package org.postbag.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A port of this machine that leads to another one, until it is cut.
public final class Relay implements AutoCloseable {
  private final int to;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket listening;

  /// @param to the port that it leads to
  public Relay(int to) {
    this.to = to;
    this.listening = listen(0);
    this.port = listening.getLocalPort();
  }

  private ServerSocket listen(int at) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
      Thread.ofVirtual().start(() -> accept(socket));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket socket) {
    try {
      while (true) {
        Socket near = socket.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
        open.add(near);
        open.add(far);
        Thread.ofVirtual().start(() -> copy(near, far));
        Thread.ofVirtual().start(() -> copy(far, near));
      }
    } catch (IOException _) {
      // It was cut.
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // One side has hung up.
    }
  }

  public int port() {
    return port;
  }

  /// As if the server behind it were stopped: connections end, and new ones are refused.
  public void cut() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
      open.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void mend() {
    listening = listen(port);
  }

  @Override
  public void close() {
    cut();
  }
}
