package org.postbag.intake.imap;

import java.time.Duration;

/// Gives a connection up on which an answer only trickles: a time-out for silence never ends it,
/// and a new connection, asked for less, often does better. Belongs to one session.
final class TrickleGuard implements AutoCloseable {
  static final int LEAST_OCTETS_A_SECOND = 100;

  private final ImapWire wire;
  private final Duration window;
  private final Thread thread;
  private volatile long answering;
  private volatile boolean found;

  /// @param window over which octets are counted
  TrickleGuard(ImapWire wire, Duration window) {
    this.wire = wire;
    this.window = window;
    this.thread = Thread.ofVirtual().name("slowness").start(this::watch);
  }

  /// A command is sent, and its answer waited for; numbered so that two are not taken for one.
  void begin(long command) {
    answering = command;
  }

  void end() {
    answering = 0;
  }

  /// Whether the connection was given up here.
  boolean wasFound() {
    return found;
  }

  private void watch() {
    try {
      while (!found) {
        long command = answering;
        long before = wire.received();
        Thread.sleep(window);
        found = command != 0 && command == answering && trickles(wire.received() - before);
      }
      wire.hangUp();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// A server that says nothing at all may be at work; that has a time-out of its own.
  private boolean trickles(long octets) {
    return octets > 0 && octets * 1000 < LEAST_OCTETS_A_SECOND * window.toMillis();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
