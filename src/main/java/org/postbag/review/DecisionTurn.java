package org.postbag.review;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Move;
import org.postbag.ledger.Reason;
import org.postbag.ledger.State;

/// One decision in one transaction: holds the draft's row at the version that the person saw, moves
/// the letter's state by compare-and-set, and writes the ledger.
final class DecisionTurn {
  /// The states of an undecided letter.
  static final Set<State> OPEN = Set.of(State.WAITING, State.NEEDS_PERSON);

  private final JdbcDrafts drafts;
  private final Ledger ledger;

  DecisionTurn(JdbcDrafts drafts, Ledger ledger) {
    this.drafts = drafts;
    this.ledger = ledger;
  }

  /// Decides on a letter that is still what the person saw, and undecided.
  Decision decide(DraftVersion draftVersion, Function<QueueItem, Decision> decision) {
    return decide(draftVersion, OPEN, decision);
  }

  /// Decides on a letter that is still what the person saw, and in one of these states.
  Decision decide(
      DraftVersion draftVersion, Set<State> states, Function<QueueItem, Decision> decision) {
    return ledger.inTurn(() -> {
      boolean held = drafts.lockRow(draftVersion);
      Optional<QueueItem> item = drafts.find(draftVersion.letter());
      if (item.isEmpty()) {
        return new Decision.Unknown();
      }
      return held && states.contains(item.get().state())
          ? decision.apply(item.get())
          : stale(item.get());
    });
  }

  /// Decides on a letter as it is.
  Decision decideNow(long letter, Function<QueueItem, Decision> decision) {
    return ledger.inTurn(() -> drafts.find(letter).map(decision).orElse(new Decision.Unknown()));
  }

  /// A decision that moves the state; nothing is written when somebody was faster.
  Decision moved(QueueItem item, State to, Actor by, Reason why, Runnable write) {
    if (!ledger.move(new Move(item.letter(), item.state(), to, by, why))) {
      return stale(item);
    }
    write.run();
    return new Decision.Done(to, item.version());
  }

  /// A decision that changes the draft, and the state where it differs.
  Decision changed(QueueItem item, State to, Actor by, Reason why, Runnable write) {
    if (!ledger.move(new Move(item.letter(), item.state(), to, by, why))) {
      return stale(item);
    }
    write.run();
    return new Decision.Done(to, item.version() + 1);
  }

  Decision stale(QueueItem item) {
    var history = ledger.history(item.letter());
    String by = history.isEmpty() ? Actor.POSTBAG.name() : history.getLast().actor();
    return new Decision.Stale(ledger.state(item.letter()), item.version(), by);
  }
}
