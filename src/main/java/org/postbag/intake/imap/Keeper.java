package org.postbag.intake.imap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.postbag.intake.Batch;
import org.postbag.intake.imap.Trouble.Kind;

/// Has one batch kept while the next one is fetched: the disk and the server need not wait for one
/// another. Batches are kept in their order, and none after one that failed. Belongs to one thread.
final class Keeper {
  private static final Executor THREADS = task -> Thread.ofVirtual().name("keep").start(task);

  private final Consumer<Batch> sink;
  private CompletableFuture<Void> latest = CompletableFuture.completedFuture(null);

  Keeper(Consumer<Batch> sink) {
    this.sink = sink;
  }

  /// Begins to keep the batch once the one before it is kept; `done` runs in any case.
  void keep(Batch batch, Runnable done) throws Trouble, InterruptedException {
    try {
      settle();
    } catch (Trouble e) {
      done.run();
      throw e;
    }
    latest = CompletableFuture.runAsync(() -> sink.accept(batch), THREADS);
    latest = latest.whenComplete((_, _) -> done.run());
  }

  /// Waits until everything that was begun is kept.
  void settle() throws Trouble, InterruptedException {
    try {
      latest.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new Trouble(Kind.STORE, "letters cannot be kept: " + cause.getMessage(), cause);
    }
  }
}
