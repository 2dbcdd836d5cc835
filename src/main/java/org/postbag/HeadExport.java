package org.postbag;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.postbag.ledger.HeadFile;
import org.postbag.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Exports the ledger's head, to the data folder and to the log, so that whoever keeps either
/// elsewhere can prove what the chain held then.
final class HeadExport {
  private static final Logger LOG = LoggerFactory.getLogger(HeadExport.class);

  private final Ledger ledger;
  private final HeadFile file;
  private final InstantSource clock;

  HeadExport(Ledger ledger, Path folder, InstantSource clock) {
    this.ledger = ledger;
    this.file = new HeadFile(folder);
    this.clock = clock;
  }

  void export() {
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
}
