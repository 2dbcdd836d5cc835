package org.postbag.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postbag.database.Database;
import org.postbag.database.DatabaseAway;

/// The index of the past letters, in a folder of its own: nothing that compares new letters with
/// decided ones, counts or learns ever meets them. Follows the table `past_letter`, into which
/// another process may write; rows that are gone leave the index at the next sweep.
public final class PastIndex implements AutoCloseable {
  private static final int BATCH = 200;
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

  private final LetterIndex index;
  private final Database database;
  private final JdbcPastRows rows;
  private final InstantSource clock;
  private final IndexBackOff backOff;
  private final CountDownLatch ending = new CountDownLatch(1);
  private JdbcNumbers numbers;
  private Instant swept = Instant.MIN;

  private PastIndex(LetterIndex index, Database database, InstantSource clock) {
    this.index = index;
    this.database = database;
    this.rows = new JdbcPastRows(database);
    this.clock = clock;
    this.backOff = new IndexBackOff(index.files(), clock);
    this.numbers = numbersFrom(index.foundPosition());
  }

  /// Opens the index in a folder, or makes one.
  public static PastIndex open(Path folder, Database database, InstantSource clock) {
    return new PastIndex(LetterIndex.open(folder), database, clock);
  }

  private JdbcNumbers numbersFrom(IndexPosition position) {
    return new JdbcNumbers(database, "past_letter", "read_at", position.letters());
  }

  /// The numbers of past letters that have all given words, those that were read last first.
  public List<Long> find(String words, int limit) {
    return words.isBlank() ? List.of() : index.find(words, 0, Long.MAX_VALUE, true, limit);
  }

  /// Indexes everything new.
  public synchronized void catchUp() throws IOException {
    boolean changed = false;
    for (List<Long> next = numbers.next(BATCH); !next.isEmpty(); next = numbers.next(BATCH)) {
      index.put(rows.letters(next));
      changed = true;
    }
    if (!clock.instant().isBefore(swept.plus(SWEEP_EVERY))) {
      changed |= sweep();
    }
    if (changed) {
      index.refresh();
      index.commit(position());
    }
  }

  private IndexPosition position() {
    return new IndexPosition(numbers.position(), 0);
  }

  /// Adds rows that were committed late, and removes those that are gone.
  private boolean sweep() throws IOException {
    swept = clock.instant();
    List<Long> late = numbers.late(swept);
    index.put(rows.letters(late));
    index.refresh();
    if (index.size() != rows.count()) {
      erase(gone());
    }
    return !late.isEmpty();
  }

  /// The numbers of letters whose rows are gone.
  public List<Long> gone() {
    Set<Long> there = rows.numbers();
    List<Long> gone =
        new ArrayList<>(index.collect(letters -> letters.stream().map(IndexedLetter::id).toList()));
    gone.removeAll(there);
    return gone;
  }

  /// Removes letters so that no file of the index holds any of their words.
  ///
  /// @throws IOException when the index cannot be written; it may hold them still
  public synchronized void erase(List<Long> letters) throws IOException {
    if (letters.isEmpty()) {
      return;
    }
    if (!index.isWritable()) {
      throw new IOException("the index of the past cannot be written now; try again later");
    }
    index.erase(letters, position());
  }

  /// Follows on a thread of its own until it is closed.
  public void start(Duration pause) {
    if (index.isWritable()) {
      Thread.ofPlatform().daemon().name("past index").start(() -> follow(pause));
    }
  }

  private void follow(Duration pause) {
    try {
      do {
        followOnce();
      } while (!ending.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void followOnce() {
    if (ending.getCount() == 0 || !backOff.mayBeTried()) {
      return;
    }
    try {
      if (index.problem().isPresent()) {
        numbers = numbersFrom(index.files().reopen());
        backOff.reset();
      }
      catchUp();
    } catch (IOException | RuntimeException | InternalError e) {
      if (DatabaseAway.reason(e).isEmpty()) {
        backOff.failed(e);
      }
    }
  }

  @Override
  public synchronized void close() {
    ending.countDown();
    index.close();
  }
}
