package org.postbag.review;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.postbag.database.Database;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Move;
import org.postbag.ledger.State;

/// The switch between practice and sending.
///
/// What is approved while a dry run holds is practised ([State#PRACTISED]): sending claims approved
/// letters alone, so it can never leave by itself. When the dry run ends, a person decides again,
/// or nobody does: it is closed.
public final class DryRun {
  /// What becomes of practised letters when a dry run ends.
  public enum Afterwards {
    /// They wait for approval again.
    PUT_BACK,
    /// No reply is sent to them.
    CLOSE
  }

  /// What was last said about it.
  ///
  /// @param isOn whether a dry run holds
  /// @param configured what `postbag.sending.dry-run` said at the last start
  /// @param actor the sign-in name of who said so, or `postbag` for the configuration
  public record Switched(boolean isOn, boolean configured, Instant since, String actor) {}

  /// Letters that one transaction moves, so that others write in between.
  private static final int BATCH = 200;

  private final JdbcDryRun rows;
  private final JdbcApprovals approvals;
  private final JdbcDrafts drafts;
  private final Ledger ledger;
  private final InstantSource clock;

  public DryRun(Database database, Ledger ledger, InstantSource clock) {
    this.rows = new JdbcDryRun(database);
    this.approvals = new JdbcApprovals(database);
    this.drafts = new JdbcDrafts(database);
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Whether a dry run holds; inside of a transaction that moves letters, until it ends. One holds
  /// until someone has said otherwise.
  public boolean isOn() {
    return rows.find().map(Switched::isOn).orElse(true);
  }

  /// Since when, by whom; empty before anyone has said anything.
  public Optional<Switched> current() {
    return rows.find();
  }

  /// How many letters were approved in practice.
  public long practised() {
    return ledger.account().of(State.PRACTISED);
  }

  /// To be called at each start, before anything is sent. The first value is the configured one; a
  /// configured value that differs from that of the last start is a change like any other.
  public void configure(boolean configured) {
    Optional<Switched> before = rows.find();
    if (before.isEmpty()) {
      ledger.doInTurn(() -> write(configured, Actor.POSTBAG));
    } else if (before.get().configured() != configured) {
      change(configured);
    }
    settleLeftOver();
    ledger.doInTurn(() -> rows.configured(configured));
  }

  private void change(boolean configured) {
    if (configured) {
      begin(Actor.POSTBAG);
    } else {
      end(Afterwards.PUT_BACK, Actor.POSTBAG);
    }
  }

  /// Replies that were approved and have not left are practised from now on; those that are being
  /// sent leave.
  public void begin(Actor by) {
    switchTo(true, by);
    all(State.APPROVED, this::practise);
  }

  /// Decides what becomes of the letters that were approved in practice, and ends the dry run.
  ///
  /// A reply that is approved while this goes on is practised too, so none is overlooked.
  public void end(Afterwards afterwards, Actor by) {
    all(State.PRACTISED, letter -> release(letter, State.PRACTISED, afterwards, by));
    all(State.APPROVED, letter -> release(letter, State.APPROVED, afterwards, by));
    switchTo(false, by);
    all(State.PRACTISED, letter -> release(letter, State.PRACTISED, afterwards, by));
  }

  /// A switch that was cut short by the end of the program, or the first start of a version that
  /// knows practice.
  private void settleLeftOver() {
    if (isOn()) {
      all(State.APPROVED, this::practise);
    } else {
      all(
          State.PRACTISED,
          letter -> release(letter, State.PRACTISED, Afterwards.PUT_BACK, Actor.POSTBAG));
    }
  }

  private void switchTo(boolean on, Actor by) {
    ledger.doInTurn(() -> {
      write(on, by);
      ledger.note(by, on ? DecisionReason.DRY_RUN_BEGAN : DecisionReason.DRY_RUN_ENDED);
    });
  }

  private void write(boolean on, Actor by) {
    rows.write(new Switched(on, on, clock.instant(), by.name()));
  }

  /// Moves the letters of a state until none is left.
  private void all(State state, MoveOne move) {
    BooleanSupplier more =
        () -> {
          List<Long> letters = rows.letters(state, BATCH);
          letters.forEach(move::of);
          return !letters.isEmpty();
        };
    while (ledger.inTurn(more::getAsBoolean)) {
      // each turn is one transaction
    }
  }

  private interface MoveOne {
    void of(long letter);
  }

  private void practise(long letter) {
    move(letter, State.APPROVED, State.PRACTISED, Actor.POSTBAG, DecisionReason.PRACTISED);
    approvals.practise(letter);
  }

  private void release(long letter, State from, Afterwards afterwards, Actor by) {
    State to =
        switch (afterwards) {
          case PUT_BACK -> undecided(letter);
          case CLOSE -> State.CLOSED;
        };
    move(letter, from, to, by, DecisionReason.PRACTICE_ENDED);
    approvals.practise(letter);
    approvals.undo(letter);
  }

  private State undecided(long letter) {
    return drafts.find(letter).filter(item -> item.reason().isEmpty()).isPresent()
        ? State.WAITING
        : State.NEEDS_PERSON;
  }

  private void move(long letter, State from, State to, Actor by, DecisionReason why) {
    if (!ledger.move(new Move(letter, from, to, by, why))) {
      throw new IllegalStateException("letter " + letter + " was read in this turn and moved");
    }
  }
}
