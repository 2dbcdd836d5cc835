package org.postbag.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;
import org.postbag.database.SettableClock;
import org.postbag.database.TestLetters;

/// What the ledger promises, on every database.
class LedgerTest extends OnEveryEngine {
  LedgerTest(Engine engine) {
    super(engine);
  }

  Ledger ledger() {
    return new Ledger(database, new SettableClock());
  }

  private static Move move(long letter, State from, State to) {
    return new Move(letter, from, to, new Actor("ann"), Reason.of("test"));
  }

  @Test
  void aLetterThatWasNotReadYetIsKeptAndCountsAsNeedingAPerson() {
    long letter = TestLetters.keep(database);
    Ledger ledger = ledger();

    assertThat(ledger.state(letter)).isEqualTo(State.KEPT);
    assertThat(ledger.account().received()).isEqualTo(1);
    assertThat(ledger.account().of(State.NEEDS_PERSON)).isEqualTo(1);
    assertThat(ledger.account().unprocessed()).isEqualTo(1);
  }

  @Test
  void aMoveChangesTheStateAndLeavesAnEntryWithWhoAndWhy() {
    long letter = TestLetters.keep(database);
    Ledger ledger = ledger();

    assertThat(ledger.move(move(letter, State.KEPT, State.WAITING))).isTrue();

    assertThat(ledger.state(letter)).isEqualTo(State.WAITING);
    Entry entry = ledger.history(letter).getFirst();
    assertThat(entry.actor()).isEqualTo("ann");
    assertThat(entry.why()).isEqualTo("test");
    assertThat(entry.from()).isEqualTo(State.KEPT);
    assertThat(entry.to()).isEqualTo(State.WAITING);
  }

  @Test
  void aMoveFromAnotherStateChangesNothing() {
    long letter = TestLetters.keep(database);
    Ledger ledger = ledger();
    ledger.move(move(letter, State.KEPT, State.WAITING));

    assertThat(ledger.move(move(letter, State.KEPT, State.CLOSED))).isFalse();
    assertThat(ledger.move(move(letter, State.APPROVED, State.SENDING))).isFalse();

    assertThat(ledger.state(letter)).isEqualTo(State.WAITING);
    assertThat(ledger.history(letter)).hasSize(1);
    assertThat(ledger.verify()).isEmpty();
  }

  @Test
  void ofTwentyAtOnceOneWinsAndTheChainStaysWhole() throws Exception {
    long letter = TestLetters.keep(database);
    Ledger ledger = ledger();
    ledger.move(move(letter, State.KEPT, State.APPROVED));
    Callable<Boolean> claim = () -> ledger.move(move(letter, State.APPROVED, State.SENDING));

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Boolean>> claims =
          threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> claim).toList());
      assertThat(claims).filteredOn(Future::resultNow).hasSize(1);
    }
    assertThat(ledger.history(letter)).hasSize(2);
    assertThat(ledger.verify()).isEmpty();
  }

  @Test
  void theAccountBalancesWhateverTheStates() {
    Ledger ledger = ledger();
    for (State state : State.values()) {
      long letter = TestLetters.keep(database);
      if (state != State.KEPT) {
        ledger.move(move(letter, State.KEPT, state));
      }
    }
    Totals totals = ledger.account();

    long sum = List.of(State.values()).stream().mapToLong(totals::of).sum();
    assertThat(totals.received()).isEqualTo(State.values().length).isEqualTo(sum);
  }

  @Test
  void verifyFindsAnEditedEntry() {
    threeEntries();
    change("UPDATE ledger_entry SET actor = 'eve' WHERE seq = 2");
    assertThat(ledger().verify()).hasValue("entry 2 is not what was written");
  }

  @Test
  void verifyFindsARemovedEntry() {
    threeEntries();
    change("DELETE FROM ledger_entry WHERE seq = 2");
    assertThat(ledger().verify()).hasValue("entry 2 is missing");
  }

  @Test
  void verifyFindsAnEntryRemovedAtTheEnd() {
    threeEntries();
    change("DELETE FROM ledger_entry WHERE seq = 3");
    assertThat(ledger().verify()).isPresent();
  }

  @Test
  void verifyFindsAStateThatWasChangedWithoutAnEntry() {
    threeEntries();
    change("UPDATE letter_state SET state = 'sent'");
    assertThat(ledger().verify()).isPresent();
  }

  @Test
  void aTransactionThatDidNotWaitForItsTurnMovesNothing() {
    long letter = TestLetters.keep(database);
    Ledger ledger = ledger();

    assertThatIllegalStateException()
        .isThrownBy(() ->
            database.doInTransaction(() -> ledger.move(move(letter, State.KEPT, State.WAITING))));

    assertThat(ledger.state(letter)).isEqualTo(State.KEPT);
  }

  private void threeEntries() {
    Ledger ledger = ledger();
    IntStream.range(0, 3)
        .forEach(_ -> ledger.move(move(TestLetters.keep(database), State.KEPT, State.WAITING)));
    assertThat(ledger.verify()).isEmpty();
  }

  private void change(String sql) {
    database.doInTransaction(() -> database.sql(sql).update());
  }
}
