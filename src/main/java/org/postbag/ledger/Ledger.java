package org.postbag.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postbag.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The room's door.
public final class Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
  private static final ScopedValue<Boolean> TURN = ScopedValue.newInstance();

  /// Stands for no letter; letters are numbered from 1.
  private static final long OFFICE = 0;

  private final Database database;
  private final JdbcLedger rows;
  private final InstantSource clock;

  public Ledger(Database database, InstantSource clock) {
    this.database = database;
    this.rows = new JdbcLedger(database);
    this.clock = clock;
  }

  /// Runs `work` in one transaction in which letters may be moved, when those who are before it are
  /// done; joins the running one.
  ///
  /// The ledger is one chain, so all who write it wait for one another in any case. They do so
  /// before they hold anything else: two who move several letters each could else hold what the
  /// other waits for, which PostgreSQL ends by undoing one of them.
  ///
  /// @throws IllegalStateException inside of a transaction that began otherwise
  public <T> T inTurn(Supplier<T> work) {
    if (TURN.isBound()) {
      return database.inTransaction(work);
    }
    if (database.isInTransaction()) {
      throw new IllegalStateException("a transaction that moves letters begins with its turn");
    }
    return ScopedValue.where(TURN, true)
        .call(() ->
            database.inTransaction(() -> {
              rows.lockHead();
              return work.get();
            }));
  }

  /// [#inTurn(Supplier)] for work without a result.
  public void doInTurn(Runnable work) {
    inTurn(() -> {
      work.run();
      return true;
    });
  }

  /// Changes the state if the letter is still in `move.from()`; in a turn, as a part of it.
  ///
  /// @return false when it is not: somebody was faster, and nothing was written
  /// @throws IllegalStateException inside of a transaction that is no turn
  public boolean move(Move move) {
    return inTurn(() -> moved(move, clock.instant()));
  }

  private boolean moved(Move move, Instant at) {
    if (!rows.compareAndSet(move, at)) {
      return false;
    }
    rows.append(move, at);
    if (LOG.isInfoEnabled()) {
      database.afterCommit(() -> log(move));
    }
    return true;
  }

  /// One line for each change, without an address: the letter's number leads to all of it.
  private static void log(Move move) {
    LOG.info(
        "letter {}: {} -> {}, by {}, {}",
        move.letter(),
        move.from().label(),
        move.to().label(),
        move.actor().name(),
        move.why().word());
  }

  /// Writes down a decision about the office as a whole, in a turn: an entry of letter 0, which is
  /// no letter and stays in its state.
  ///
  /// @throws IllegalStateException inside of a transaction that is no turn
  public void note(Actor by, Reason why) {
    doInTurn(() -> rows.append(new Move(OFFICE, State.KEPT, State.KEPT, by, why), clock.instant()));
  }

  /// Writes down something about a letter that stays in its state.
  ///
  /// @return false when the letter has not been read yet, or does not exist
  public boolean remark(long letter, Actor by, Reason why) {
    return inTurn(() -> {
      State state = state(letter);
      if (state == State.KEPT) {
        return false;
      }
      rows.append(new Move(letter, state, state, by, why), clock.instant());
      return true;
    });
  }

  /// Holds a letter in that state until the running transaction ends, so that what is read of it
  /// meanwhile stays true.
  ///
  /// @return false when it is in another state
  public boolean lockRow(long letter, State state) {
    return inTurn(() -> rows.lockRow(letter, state));
  }

  /// The letter's state; KEPT when it has not been read yet or does not exist.
  public State state(long letter) {
    return rows.state(letter).orElse(State.KEPT);
  }

  /// The entries about a letter, the oldest first.
  public List<Entry> history(long letter) {
    return rows.of(letter);
  }

  /// All letters by state, in one consistent read.
  public Totals account() {
    return new Totals(rows.counts());
  }

  /// Reads the whole chain.
  ///
  /// @return the first entry at which it is broken, in words; empty when every entry stands
  public Optional<String> verify() {
    return new Audit(rows).firstBreak();
  }

  /// The newest entry as `number:hash`, to be noted in another place.
  public String head() {
    JdbcLedger.Head head = rows.head();
    return head.seq() + ":" + head.hash();
  }

  /// Whether a head that was noted before is still in the chain: then nothing before it was written
  /// anew.
  ///
  /// @param head as [#head] gave it
  public boolean holds(String head) {
    int colon = head.indexOf(':');
    long seq = Long.parseLong(head.substring(0, colon));
    String noted = head.substring(colon + 1);
    return rows.hashOf(seq).map(noted::equals).orElse(seq == 0 && noted.isEmpty());
  }
}
