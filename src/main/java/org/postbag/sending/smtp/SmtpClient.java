package org.postbag.sending.smtp;

import java.time.Duration;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.LongSupplier;
import org.postbag.email.Address;

/// Hands letters to one server, over connections that are kept for the next letter.
///
/// As many connections as there are callers at the same time; who limits these, limits those.
public final class SmtpClient implements AutoCloseable {
  private static final Duration IDLE = Duration.ofSeconds(60);

  /// A single letter can wait a moment before its final dot, so that a link which broke under it is
  /// noticed while that is still sure. In a flood of letters this would hold up the others.
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private static final long FLOOD_NANOS = Duration.ofMillis(200).toNanos();

  private final SmtpServer server;
  private final Duration patience;
  private final LongSupplier nanoTime;
  private final Watchdog watchdog = new Watchdog();
  private volatile long lastEnd;
  private final Deque<Session> kept = new ConcurrentLinkedDeque<>();

  public SmtpClient(SmtpServer server) {
    this(server, PATIENCE, System::nanoTime);
  }

  /// Makes a client with its own patience and clock.
  ///
  /// @param patience how long a single letter waits before its final dot
  /// @param nanoTime a clock like [System#nanoTime], which measures idle time
  public SmtpClient(SmtpServer server, Duration patience, LongSupplier nanoTime) {
    this.server = server;
    this.patience = patience;
    this.nanoTime = nanoTime;
    this.lastEnd = nanoTime.getAsLong() - 2 * FLOOD_NANOS;
    watchdog.every(IDLE.dividedBy(4), this::closeIdle);
  }

  /// Tries once to hand that letter over.
  public Answer send(Address from, Address to, byte[] letter) {
    Optional<Envelope> envelope = Envelope.of(from, to);
    if (envelope.isEmpty()) {
      return new Answer.Rejected(0, "5.1.3 an address that SMTP cannot carry", true);
    }
    try {
      Session session = ready();
      boolean flood = nanoTime.getAsLong() - lastEnd < FLOOD_NANOS;
      Answer answer = session.send(envelope.get(), letter, flood ? Duration.ZERO : patience);
      lastEnd = nanoTime.getAsLong();
      if (session.isOpen()) {
        kept.addFirst(session);
      }
      return answer;
    } catch (NotDelivered e) {
      return e.answer();
    }
  }

  private Session ready() throws NotDelivered {
    for (Session next = kept.pollFirst(); next != null; next = kept.pollFirst()) {
      if (next.isAlive()) {
        return next;
      }
      next.close();
    }
    return Session.open(server, watchdog, nanoTime);
  }

  /// Signs in and leaves again.
  ///
  /// @return what went wrong; empty when letters could be sent
  public Optional<Answer> check() {
    try (Session _ = Session.open(server, watchdog, nanoTime)) {
      return Optional.empty();
    } catch (NotDelivered e) {
      return Optional.of(e.answer());
    }
  }

  private void closeIdle() {
    for (Iterator<Session> all = kept.descendingIterator(); all.hasNext(); ) {
      Session session = all.next();
      if (session.idleNanos() > IDLE.toNanos() && kept.remove(session)) {
        session.close();
      }
    }
  }

  @Override
  public void close() {
    for (Session next = kept.pollFirst(); next != null; next = kept.pollFirst()) {
      next.close();
    }
    watchdog.close();
  }
}
