package org.postbag.intake.imap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.postbag.intake.Batch;

/// Has one batch kept while the next one is fetched: the disk and the server need not wait for one
/// another. Batches are kept in their order, and none after one that failed. Belongs to one thread.
final class BatchWriter {
  private static final Executor THREADS = task -> Thread.ofVirtual().name("keep").start(task);

  private final Consumer<Batch> sink;
  private CompletableFuture<Void> latest = CompletableFuture.completedFuture(null);

  BatchWriter(Consumer<Batch> sink) {
    this.sink = sink;
  }

  /// Begins to keep the batch once the one before it is kept; `done` runs in any case.
  void keep(Batch batch, Runnable done) throws MailboxUnavailable, InterruptedException {
    try {
      settle();
    } catch (MailboxUnavailable e) {
      done.run();
      throw e;
    }
    latest = CompletableFuture.runAsync(() -> sink.accept(batch), THREADS);
    latest = latest.whenComplete((_, _) -> done.run());
  }

  /// Waits until everything that was begun is kept.
  void settle() throws MailboxUnavailable, InterruptedException {
    try {
      latest.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw MailboxUnavailable.notKept(cause);
    }
  }
}
