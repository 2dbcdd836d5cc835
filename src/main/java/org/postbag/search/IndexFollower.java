package org.postbag.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postbag.database.Database;
import org.postbag.database.DatabaseAway;
import org.postbag.email.LetterReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the index follow the database, a moment behind; after any end it continues from the last
/// commit.
public final class IndexFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
  private static final int BATCH = 200;
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

  private final Database database;
  private final JdbcIndexed rows;
  private final LetterIndex index;
  private final Runnable collectDecisions;
  private final InstantSource clock;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final LetterReader reader;
  private JdbcNumbers letters;
  private JdbcNumbers decisions;
  private IndexPosition indexPosition;
  private Instant committed = Instant.MIN;
  private Instant swept = Instant.MIN;
  private boolean changed;
  private final IndexBackOff indexBackOff;

  /// @param collectDecisions stores the decisions that follow from the ledger, before each look
  public IndexFollower(
      Database database,
      LetterIndex index,
      Runnable collectDecisions,
      LetterReader reader,
      InstantSource clock) {
    this.reader = reader;
    this.database = database;
    this.rows = new JdbcIndexed(database);
    this.index = index;
    this.collectDecisions = collectDecisions;
    this.clock = clock;
    this.indexBackOff = new IndexBackOff(index.files(), clock);
    this.indexPosition = index.foundPosition();
    this.letters = lettersFrom(indexPosition);
    this.decisions = decisionsFrom(indexPosition);
  }

  private JdbcNumbers lettersFrom(IndexPosition indexPosition) {
    return new JdbcNumbers(database, "letter", "kept", indexPosition.letters());
  }

  private JdbcNumbers decisionsFrom(IndexPosition indexPosition) {
    return new JdbcNumbers(database, "topic_decision", "at", indexPosition.decisions());
  }

  /// How far it has come.
  ///
  /// @param indexed letters that can be found
  /// @param kept letters in the database
  public record Progress(long indexed, long kept) {}

  public Progress progress() {
    return new Progress(index.size(), rows.letters());
  }

  /// Indexes everything new; commits at intervals.
  public synchronized void catchUp() throws IOException {
    collectDecisions.run();
    for (List<Long> next = letters.next(BATCH); !next.isEmpty(); next = letters.next(BATCH)) {
      put(next);
      commitWhenDue();
    }
    for (List<Long> next = decisions.next(BATCH); !next.isEmpty(); next = decisions.next(BATCH)) {
      decide(next);
    }
    if (clock.instant().isAfter(swept.plus(SWEEP_EVERY))) {
      sweep();
    }
    commitWhenDue();
  }

  private void sweep() throws IOException {
    swept = clock.instant();
    put(letters.late(swept));
    decide(decisions.late(swept));
  }

  private void put(List<Long> numbers) throws IOException {
    List<IndexedLetter> batch = new ArrayList<>();
    for (long number : numbers) {
      rows.letter(number)
          .map(raw -> IndexedLetter.of(raw.letter(), reader.read(raw.rfc822())))
          .ifPresent(batch::add);
    }
    index.put(batch);
    index.refresh();
    changed |= !batch.isEmpty();
  }

  private void decide(List<Long> numbers) throws IOException {
    for (long number : numbers) {
      var decided = rows.decision(number);
      if (decided.isPresent()) {
        var one = decided.get();
        index.decide(one.letter(), one.topic(), one.reply());
      }
    }
    index.refresh();
    changed |= !numbers.isEmpty();
  }

  private void commitWhenDue() throws IOException {
    if (changed && clock.instant().isAfter(committed.plus(COMMIT_EVERY))) {
      commit();
    }
  }

  /// Makes all changes durable.
  public synchronized void commit() throws IOException {
    sweep();
    committed = clock.instant();
    indexPosition = new IndexPosition(letters.position(), decisions.position());
    index.commit(indexPosition);
    changed = false;
  }

  /// Removes letters from all files of the index. Their rows may still be there.
  ///
  /// @throws IOException when the index cannot be written; it may hold them still
  public synchronized void erase(List<Long> numbers) throws IOException {
    if (!index.isWritable() || !isHealthy()) {
      throw new IOException("the index of the letters cannot be written now; try again later");
    }
    sweep();
    committed = clock.instant();
    indexPosition = new IndexPosition(letters.position(), decisions.position());
    index.erase(numbers, indexPosition);
    changed = false;
  }

  /// Follows on a thread of its own until it is closed.
  ///
  /// @param pause between two looks
  public void start(Duration pause) {
    if (!index.isWritable()) {
      LOG.error("The index of the letters is written by another program; searching follows that");
      return;
    }
    if (indexPosition.equals(IndexPosition.START) && rows.letters() > 0) {
      LOG.info("The index of the letters is built from the database: {} letters", rows.letters());
    }
    Thread.ofPlatform().daemon().name("index").start(() -> follow(pause));
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

  /// Ends after the current look and commits. What fails to be committed is indexed after the next
  /// start.
  @Override
  public synchronized void close() {
    ending.countDown();
    try {
      if (isHealthy() && index.isWritable()) {
        commit();
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("The index of the letters could not be written at the end: {}", e.toString());
    }
  }

  private boolean isHealthy() {
    return index.problem().isEmpty() && !index.files().isDamaged();
  }

  /// A failure is retried from the last commit on; letters are processed without the index
  /// meanwhile.
  private synchronized void followOnce() {
    if (ending.getCount() == 0 || !indexBackOff.mayBeTried()) {
      return;
    }
    try {
      if (isHealthy()) {
        catchUp();
      } else {
        startAgain();
      }
    } catch (IOException | RuntimeException | InternalError | OutOfMemoryError e) {
      if (DatabaseAway.reason(e).isPresent()) {
        // The index is well; the routes say that the database is not.
        LOG.debug("the database cannot be followed at the moment", e);
      } else {
        indexBackOff.failed(e);
      }
    }
  }

  private void startAgain() throws IOException {
    indexPosition = index.files().reopen();
    letters = lettersFrom(indexPosition);
    decisions = decisionsFrom(indexPosition);
    catchUp();
    commit();
    indexBackOff.reset();
    LOG.info("The index of the letters follows again");
  }
}
