package org.postbag.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a verb run until the process is told to end (SIGTERM, SIGINT), and lets the process end
/// only when the verb has closed what it opened. Stands first in a try-with-resources.
final class UntilStopped implements AutoCloseable {
  private static final Duration LONGEST_CLOSING = Duration.ofSeconds(10);

  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  UntilStopped() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
  }

  private void stop() {
    told.countDown();
    try {
      var _ = closed.await(LONGEST_CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits for the signal, but no longer than `atMost`.
  void await(Duration atMost) throws InterruptedException {
    var _ = told.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
