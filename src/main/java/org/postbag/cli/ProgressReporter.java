package org.postbag.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;

/// Says on standard error how far work has come that takes more than a moment, until it is closed.
final class ProgressReporter implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Thread thread;

  ProgressReporter(Supplier<String> progress, PrintWriter err) {
    this(progress, err, EVERY);
  }

  /// @param every time from the start to the first word, and between two
  ProgressReporter(Supplier<String> progress, PrintWriter err, Duration every) {
    thread =
        Thread.ofVirtual()
            .name("telling")
            .start(() -> {
              try {
                while (true) {
                  Thread.sleep(every);
                  err.println(progress.get());
                  err.flush();
                }
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
