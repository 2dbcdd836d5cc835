package org.postbag.web.desk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Reads the state of the office once for all open pages: when this process has written something,
/// and otherwise now and then, for what other nodes write. While no page is open, nothing is read.
///
/// It stops before the web server does: a graceful stop would wait for the pages' connections.
final class LiveFeed implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

  /// Between two readings, so that a busy office costs five a second, however much is written.
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Supplier<LiveState> read;
  private final Duration seldom;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition news = lock.newCondition();
  private @Nullable LiveState current;
  private int pages;
  private boolean stale = true;
  private boolean running;
  private Thread reader = new Thread();

  /// @param read reads the state; its number is given here
  /// @param seldom how long to wait for the notice of a write before reading all the same
  LiveFeed(Supplier<LiveState> read, Duration seldom) {
    this.read = read;
    this.seldom = seldom;
  }

  /// Notes that something was written. Never waits for a reading.
  void wrote() {
    locked(() -> {
      stale = true;
      work.signal();
    });
  }

  /// A page is open; its first state is a fresh one.
  void open() {
    locked(() -> {
      pages++;
      stale = true;
      work.signal();
    });
  }

  void closed() {
    locked(() -> pages--);
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  /// The state, as soon as there is one newer than `version`; empty after that time, or when the
  /// desk stops.
  Optional<LiveState> after(long version, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (running && left > 0 && !isNewer(version)) {
        left = news.awaitNanos(left);
      }
      return running && isNewer(version) ? Optional.ofNullable(current) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private boolean isNewer(long version) {
    return current != null && current.version() > version;
  }

  private void readAgainAndAgain() {
    try {
      while (awaitWork()) {
        publish();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// @return false when the desk stops
  private boolean awaitWork() throws InterruptedException {
    lock.lock();
    try {
      long left = seldom.toNanos();
      while (running && (pages == 0 || (!stale && left > 0))) {
        left = work.awaitNanos(pages == 0 ? TimeUnit.DAYS.toNanos(1) : left);
      }
      stale = false;
      return running;
    } finally {
      lock.unlock();
    }
  }

  private void publish() {
    LiveState next;
    try {
      next = read.get();
    } catch (RuntimeException unreadable) {
      // Pages keep what they show; the health check tells of the database.
      LOG.debug("the counts cannot be read", unreadable);
      return;
    }
    locked(() -> {
      if (current == null || !next.isSameAs(current)) {
        current = next.numbered(current == null ? 1 : current.version() + 1);
        news.signalAll();
      }
    });
  }

  @Override
  public void start() {
    locked(() -> running = true);
    reader = Thread.ofVirtual().name("live counts").start(this::readAgainAndAgain);
  }

  @Override
  public void stop() {
    locked(() -> {
      running = false;
      work.signalAll();
      news.signalAll();
    });
    reader.interrupt();
  }

  @Override
  public boolean isRunning() {
    lock.lock();
    try {
      return running;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
