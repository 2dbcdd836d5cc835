package org.postbag.database;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Lets pieces of work that come at the same time share one transaction, and so one wait for the
/// disk. Each piece is on disk when its call returns, as with [Database#inTransaction].
///
/// Whoever is first commits for all that wait. If one piece throws, the shared transaction is
/// undone and every piece runs again in a transaction of its own: a piece may therefore run twice,
/// and must change nothing but the database.
public final class GroupCommit {
  private final Database database;
  private final ConcurrentLinkedQueue<Piece<?>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock committing = new ReentrantLock();

  public GroupCommit(Database database) {
    this.database = database;
  }

  /// Runs `work` in a transaction, which it may share with others.
  public <T> T run(Supplier<T> work) {
    Piece<T> piece = new Piece<>(work);
    waiting.add(piece);
    committing.lock();
    try {
      if (!piece.done) {
        commitAllWaiting();
      }
    } finally {
      committing.unlock();
    }
    return piece.result();
  }

  private void commitAllWaiting() {
    List<Piece<?>> group = new ArrayList<>();
    for (Piece<?> next = waiting.poll(); next != null; next = waiting.poll()) {
      group.add(next);
    }
    if (group.size() == 1) {
      alone(group.getFirst());
      return;
    }
    try {
      database.doInTransaction(() -> group.forEach(Piece::work));
      group.forEach(Piece::finish);
    } catch (RuntimeException | Error _) {
      group.forEach(this::alone);
    }
  }

  private void alone(Piece<?> piece) {
    try {
      database.doInTransaction(piece::work);
    } catch (RuntimeException | Error e) {
      piece.failure = e;
    } finally {
      piece.finish();
    }
  }

  /// Written under the lock, read under it or behind it.
  private static final class Piece<T> {
    private final Supplier<T> work;
    private @Nullable T value;
    private @Nullable Throwable failure;
    private boolean done;

    Piece(Supplier<T> work) {
      this.work = work;
    }

    void work() {
      value = work.get();
    }

    void finish() {
      done = true;
    }

    T result() {
      switch (failure) {
        case null -> {}
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case Throwable e -> throw new IllegalStateException("a supplier throws nothing else", e);
      }
      return java.util.Objects.requireNonNull(value, "the work gave no result");
    }
  }
}
