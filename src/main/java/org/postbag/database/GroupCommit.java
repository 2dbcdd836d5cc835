package org.postbag.database;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets pieces of work that come at the same time share one transaction, and so one wait for the
/// disk. Each piece is on disk when its call returns, as with [Database#inTransaction].
///
/// While one group is written, the next one gathers. All groups are written by one platform thread
/// of its own: a virtual thread that waits for the disk would keep one of the few threads that
/// carry all the others.
///
/// If one piece throws, the shared transaction is undone and every piece runs again in a
/// transaction of its own: a piece may therefore run twice, and must change nothing but the
/// database.
public final class GroupCommit {
  private static final int IDLE_SECONDS = 5;

  private final Database database;
  private final Transactions transactions;
  private final ConcurrentLinkedQueue<Piece<?>> waiting = new ConcurrentLinkedQueue<>();
  private final ThreadPoolExecutor committer;

  /// How a transaction begins and ends.
  public interface Transactions {
    /// Runs `work` in one, joining the running one; any exception undoes all of it.
    <T> T run(Supplier<T> work);
  }

  public GroupCommit(Database database, Transactions transactions) {
    this.database = database;
    this.transactions = transactions;
    this.committer =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("group-commit").factory());
    committer.allowCoreThreadTimeOut(true);
  }

  /// Runs `work` in a transaction, which it may share with others; inside of a running transaction,
  /// as a part of that one.
  public <T> T run(Supplier<T> work) {
    if (database.isInTransaction()) {
      return transactions.run(work);
    }
    Piece<T> piece = new Piece<>(work);
    waiting.add(piece);
    committer.execute(this::commitAllWaiting);
    return piece.result();
  }

  private void commitAllWaiting() {
    List<Piece<?>> group = new ArrayList<>();
    for (Piece<?> next = waiting.poll(); next != null; next = waiting.poll()) {
      group.add(next);
    }
    if (group.size() > 1 && together(group)) {
      return;
    }
    group.forEach(this::alone);
  }

  private boolean together(List<Piece<?>> group) {
    try {
      List<Runnable> ends =
          transactions.run(() -> group.stream().<Runnable>map(Piece::workNow).toList());
      ends.forEach(Runnable::run);
      return true;
    } catch (RuntimeException | Error _) {
      return false;
    }
  }

  private void alone(Piece<?> piece) {
    try {
      transactions.run(piece::workNow).run();
    } catch (RuntimeException | Error e) {
      piece.done.completeExceptionally(e);
    }
  }

  private record Piece<T>(Supplier<T> work, CompletableFuture<T> done) {
    Piece(Supplier<T> work) {
      this(work, new CompletableFuture<>());
    }

    /// Does the work; what comes back is to be run once it is on disk.
    Runnable workNow() {
      T value = work.get();
      return () -> done.complete(value);
    }

    T result() {
      try {
        return done.join();
      } catch (CompletionException e) {
        switch (e.getCause()) {
          case RuntimeException broken -> throw broken;
          case Error broken -> throw broken;
          case null, default -> throw e;
        }
      }
    }
  }
}
