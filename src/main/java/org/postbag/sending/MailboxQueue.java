package org.postbag.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One mailbox's way out, as this program sees it: its connections, the replies that were handed to
/// workers, and whether the server wants us now. Nothing here needs to outlive the program.
final class MailboxQueue {
  /// Replies that wait in memory for a connection; the others wait in the database.
  private static final int MOST_RESERVED = 100;

  /// A reply that was handed out and never came back, because its worker died, is handed out again
  /// after this time. Should the worker live after all, the claim tells the two apart.
  private static final Duration FORGOTTEN = Duration.ofMinutes(15);

  private record Closed(Instant until, String why) {}

  private final Semaphore connections;
  private final Map<Long, Instant> reserved = new ConcurrentHashMap<>();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile @Nullable Closed closed;

  MailboxQueue(int connections) {
    this.connections = new Semaphore(connections);
  }

  /// How many replies more may be handed out now; none before half of them have left, because
  /// looking for a single one costs as much as for many.
  int capacity(Instant now) {
    reserved.values().removeIf(since -> since.plus(FORGOTTEN).isBefore(now));
    int free = MOST_RESERVED - reserved.size();
    return isClosed(now) || free < MOST_RESERVED / 2 ? 0 : free;
  }

  int reserved() {
    return reserved.size();
  }

  /// Reserves a reply for whoever it is handed out to; false when it was handed out already.
  boolean reserve(long letter, Instant now) {
    return reserved.putIfAbsent(letter, now) == null;
  }

  /// Lets the reply be handed out again.
  void release(long letter) {
    reserved.remove(letter);
  }

  /// Waits for a free connection.
  ///
  /// @return false when the thread was told to stop
  boolean acquireConnection() {
    try {
      connections.acquire();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void releaseConnection() {
    connections.release();
  }

  boolean isClosed(Instant now) {
    Closed current = closed;
    return current != null && now.isBefore(current.until());
  }

  /// How often in a row the server was not to be had, this time included.
  int fail() {
    return failures.incrementAndGet();
  }

  void close(Instant until, String why) {
    closed = new Closed(until, why);
  }

  void reopen() {
    failures.set(0);
    closed = null;
  }

  /// Why nothing leaves now, and until when.
  Optional<SendingOutage> trouble(String mailbox) {
    Closed current = closed;
    return current == null
        ? Optional.empty()
        : Optional.of(new SendingOutage(mailbox, current.why(), current.until()));
  }
}
