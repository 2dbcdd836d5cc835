package org.postbag;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postbag.ledger.HeadFile;
import org.postbag.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Exports the ledger's head each hour, to the data folder and to the log, so that whoever keeps
/// either elsewhere can prove what the chain held then.
final class HeadExport {
  static final Duration EVERY = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(HeadExport.class);

  private final Ledger ledger;
  private final HeadFile file;
  private final InstantSource clock;
  private final CountDownLatch ending = new CountDownLatch(1);

  HeadExport(Ledger ledger, Path folder, InstantSource clock) {
    this.ledger = ledger;
    this.file = new HeadFile(folder);
    this.clock = clock;
  }

  /// @param every time between two exports; the first is made at once
  void start(Duration every) {
    Thread.ofVirtual().name("ledger head").start(() -> run(every));
  }

  private void run(Duration every) {
    try {
      do {
        export();
      } while (!ending.await(every.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void export() {
    try {
      file.export(ledger, clock.instant())
          .ifPresentOrElse(
              fault ->
                  LOG.error("The ledger was rewritten: {}; run bin/postbag audit verify", fault),
              () -> LOG.info("The ledger's head is {}", ledger.head()));
    } catch (IOException | RuntimeException e) {
      LOG.warn(
          "The ledger's head is not exported to {}, which is tried again: {}", file, e.toString());
    }
  }

  void stop() {
    ending.countDown();
  }
}
