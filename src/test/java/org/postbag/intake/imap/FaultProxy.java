package org.postbag.intake.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Stands between the reader and a real IMAP server, knows lines from literals, and lets chosen
/// things go wrong. Faults count over all connections, so that "the first time" is one.
public final class FaultProxy implements AutoCloseable {
  private final int upstream;
  private final ServerSocket listener;
  private final List<Live> faults = new ArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicLong octets = new AtomicLong();

  /// A fault and how often it has happened.
  static final class Live {
    final Fault fault;
    private boolean armed;
    private int hits;
    private int fired;

    Live(Fault fault) {
      this.fault = fault;
      this.armed = fault.after().isEmpty();
    }

    synchronized void hear(boolean fromServer, String line) {
      if (fault.after().isPresent() && fromServer != fault.fromServer()) {
        armed |= fault.after().get().matcher(line).find();
      }
    }

    synchronized boolean fires(boolean fromServer, String line) {
      if (!armed || fromServer != fault.fromServer() || !fault.line().matcher(line).find()) {
        return false;
      }
      hits++;
      if (fault.nth() != 0 && hits != fault.nth()) {
        return false;
      }
      fired++;
      armed = fault.after().isEmpty();
      return true;
    }
  }

  private volatile Consumer<String> heard = _ -> {};

  private FaultProxy(int upstream, ServerSocket listener) {
    this.upstream = upstream;
    this.listener = listener;
  }

  /// Opens a way to the server at that port of this machine.
  public static FaultProxy before(int upstream, Fault... faults) {
    try {
      ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      FaultProxy proxy = new FaultProxy(upstream, listener);
      for (Fault fault : faults) {
        proxy.faults.add(new Live(fault));
      }
      Thread.ofVirtual().start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), upstream);
        connections.incrementAndGet();
        sockets.add(client);
        sockets.add(server);
        Thread.ofVirtual().start(new Pump(this, client, server, false));
        Thread.ofVirtual().start(new Pump(this, server, client, true));
      }
    } catch (IOException _) {
      // Closed: nobody else is let in.
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /// How many connections were made.
  public int connections() {
    return connections.get();
  }

  /// The lines that the client sent, literals left out.
  public List<String> commands() {
    return List.copyOf(commands);
  }

  /// The octets of both directions.
  public long octets() {
    return octets.get();
  }

  /// Whether every fault has happened: one that has not has tested nothing.
  public boolean allFired() {
    return faults.stream().allMatch(live -> live.fired > 0);
  }

  List<Live> faults() {
    return faults;
  }

  /// Tells somebody each line before it goes on, `> ` from the client and `< ` from the server, and
  /// `< octets` once some octets of a letter have passed.
  public FaultProxy telling(Consumer<String> somebody) {
    heard = somebody;
    return this;
  }

  void passedOctets(boolean fromServer) {
    if (fromServer) {
      heard.accept("< octets");
    }
  }

  void note(boolean fromServer, String line) {
    heard.accept((fromServer ? "< " : "> ") + line);
    if (!fromServer) {
      commands.add(line);
    }
    faults.forEach(live -> live.hear(fromServer, line));
  }

  void count(long passed) {
    octets.addAndGet(passed);
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
