package org.postbag.sending.smtp;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Ends waits that the socket's own time-out does not bound: a write that nobody reads, an answer
/// that comes byte by byte.
final class Watchdog implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer;

  Watchdog() {
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("smtp-watchdog").factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  /// Runs `bite` after that time, unless the guard is closed before.
  Guard guard(Duration wait, Runnable bite) {
    Future<?> pending = timer.schedule(bite, wait.toMillis(), TimeUnit.MILLISECONDS);
    return () -> pending.cancel(false);
  }

  /// Runs `round` again and again.
  void every(Duration pause, Runnable round) {
    var _ =
        timer.scheduleWithFixedDelay(
            round, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Closed when what it guards has ended.
  @FunctionalInterface
  interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
