package org.postbag.database;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Moves what was committed from SQLite's log into its file, on a thread of its own and once
/// nothing was written for a moment, so that a flood of letters does not share disk and processor
/// with it, and a page that is written often is moved once. Nothing depends on it: the log alone is
/// durable, and a commit that finds it grown large moves it by itself.
final class Checkpoints implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);
  private static final Duration PAUSE = Duration.ofMillis(250);

  /// Who writes all the time shall not find the log ever growing.
  private static final int MOST_PAUSES = 20;

  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final JdbcClient reader;
  private final Semaphore written = new Semaphore(0);
  private final Thread thread;

  Checkpoints(JdbcClient reader) {
    this.reader = reader;
    this.thread = Thread.ofPlatform().daemon().name("sqlite-checkpoints").start(this::run);
  }

  /// Something was committed.
  void wrote() {
    written.release();
  }

  private void run() {
    try {
      while (true) {
        written.acquire();
        awaitQuiet();
        checkpoint();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitQuiet() throws InterruptedException {
    for (int pauses = 0; pauses < MOST_PAUSES; pauses++) {
      Thread.sleep(PAUSE);
      if (written.drainPermits() == 0) {
        return;
      }
    }
  }

  /// PASSIVE waits for nobody and holds up nobody.
  private void checkpoint() {
    try {
      reader.sql("PRAGMA wal_checkpoint(PASSIVE)").query((row, _) -> row.getLong(3)).list();
    } catch (DataAccessException e) {
      // The next one moves it, or the commit that finds the log grown large and says what is wrong.
      log.debug("the log is not moved yet", e);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(FAREWELL);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
