package org.postbag.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;

/// Letters that people put off: each goes back to where it was when its time comes, or sooner when
/// somebody asks for it.
public final class Snoozes {
  private static final Duration FARTHEST = Duration.ofDays(365);
  private static final int AT_ONCE = 100;

  private final JdbcSnoozes rows;
  private final DecisionTurn turn;
  private final InstantSource clock;

  public Snoozes(Database database, Ledger ledger, InstantSource clock) {
    this.rows = new JdbcSnoozes(database);
    this.turn = new DecisionTurn(new JdbcDrafts(database), ledger);
    this.clock = clock;
  }

  /// Puts an undecided letter off until that moment.
  public Decision snooze(DraftVersion seen, Instant until, Actor by) {
    Instant now = clock.instant();
    if (!until.isAfter(now)) {
      return new Decision.Refused(List.of("That time is past already"));
    }
    if (until.isAfter(now.plus(FARTHEST))) {
      return new Decision.Refused(List.of("A letter cannot be put off for longer than a year"));
    }
    return turn.decide(
        seen,
        item ->
            turn.moved(
                item,
                State.SNOOZED,
                by,
                DecisionReason.SNOOZED,
                () -> rows.write(item.letter(), until, by)));
  }

  /// Takes a letter up again before its time.
  public Decision wake(long letter, Actor by) {
    return turn.decideNow(
        letter, item -> item.state() == State.SNOOZED ? woken(item, by) : turn.stale(item));
  }

  /// Puts the letters back whose time has come.
  public void wakeDue() {
    rows.due(clock.instant(), AT_ONCE).forEach(this::wakeByClock);
  }

  private void wakeByClock(long letter) {
    turn.decideNow(
        letter,
        item -> {
          if (item.state() == State.SNOOZED) {
            return woken(item, Actor.POSTBAG);
          }
          rows.delete(letter);
          return turn.stale(item);
        });
  }

  private Decision woken(QueueItem item, Actor by) {
    State back = item.reason().isEmpty() ? State.WAITING : State.NEEDS_PERSON;
    return turn.moved(item, back, by, DecisionReason.WOKEN, () -> rows.delete(item.letter()));
  }

  /// Until when a letter is put off.
  public Optional<Instant> until(long letter) {
    return Optional.ofNullable(until(List.of(letter)).get(letter));
  }

  /// The same for those of these letters that are.
  public Map<Long, Instant> until(Collection<Long> letters) {
    return rows.until(letters);
  }
}
