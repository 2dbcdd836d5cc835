package org.postbag;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postbag.database.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something small again and again, on a thread of its own, until it is closed.
final class Periodic implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Periodic.class);

  private final String name;
  private final Duration pause;
  private final Runnable work;
  private boolean failing;
  private final CountDownLatch ending = new CountDownLatch(1);

  Periodic(String name, Duration pause, Runnable work) {
    this.name = name;
    this.pause = pause;
    this.work = work;
  }

  void start() {
    Thread.ofVirtual().name(name).start(this::run);
  }

  private void run() {
    try {
      while (!ending.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        once();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// A failure is said once until it is over. That the database is away is said by the routes.
  private void once() {
    try {
      work.run();
      failing = false;
    } catch (RuntimeException e) {
      if (failing || DatabaseAway.reason(e).isPresent()) {
        LOG.debug("{} failed and is tried again", name, e);
      } else {
        LOG.warn("{} failed and is tried again", name, e);
      }
      failing = true;
    }
  }

  @Override
  public void close() {
    ending.countDown();
  }
}
