package org.postbag.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestDatabases;
import org.postbag.database.TestLetters;

/// Somebody with the database in hand changes the past.
class LedgerTamperTest {
  private static final int LETTERS = 40;

  private final Database database = TestDatabases.sqlite();
  private final SettableClock clock = new SettableClock();
  private final Ledger ledger = new Ledger(database, clock);
  private final List<Long> letters = new ArrayList<>();

  @AfterEach
  void close() {
    database.close();
  }

  private void history() {
    ledger.doInTurn(() -> {
      for (int i = 0; i < LETTERS; i++) {
        long letter = TestLetters.keep(database);
        letters.add(letter);
        move(letter, State.KEPT, State.WAITING, "drafted");
        move(letter, State.WAITING, State.APPROVED, "approved");
        move(letter, State.APPROVED, State.SENDING, "claimed");
        move(letter, State.SENDING, State.SENT, "accepted");
      }
    });
  }

  private void move(long letter, State from, State to, String why) {
    assertThat(ledger.move(new Move(letter, from, to, new Actor("ann"), Reason.of(why)))).isTrue();
  }

  /// What was done is undone after each look, so that every change stands alone.
  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Optional<String> after(Runnable change) {
    List<Optional<String>> found = new ArrayList<>();
    try {
      database.doInTransaction(() -> {
        change.run();
        found.add(ledger.verify());
        throw new Undo();
      });
    } catch (Undo _) {
      // as intended
    }
    return found.getFirst();
  }

  private void sql(String sql, Object... values) {
    assertThat(database.sql(sql).params(List.of(values)).update()).isPositive();
  }

  @Test
  void everyOneOfAThousandTamperingsIsFound() {
    history();
    assertThat(ledger.verify()).isEmpty();
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 1_000; i++) {
      int kind = i % 10;
      long seq = 1L + random.nextInt(LETTERS * 4);
      long other = 1L + (seq + random.nextInt(LETTERS * 4 - 2)) % (LETTERS * 4);
      assertThat(after(() -> tamper(kind, seq, other)))
          .as("kind " + kind + " at " + seq)
          .isPresent();
    }
    assertThat(ledger.verify()).isEmpty();
  }

  private void tamper(int kind, long seq, long other) {
    switch (kind) {
      case 0 -> sql("UPDATE ledger_entry SET actor = 'eve' WHERE seq = ?", seq);
      case 1 -> sql("UPDATE ledger_entry SET why = why || '.' WHERE seq = ?", seq);
      case 2 -> sql("UPDATE ledger_entry SET at = at + 1 WHERE seq = ?", seq);
      case 3 -> sql("UPDATE ledger_entry SET letter_id = letter_id + 1 WHERE seq = ?", seq);
      case 4 -> sql("UPDATE ledger_entry SET to_state = 'closed' WHERE seq = ?", seq);
      case 5 -> sql("DELETE FROM ledger_entry WHERE seq = ?", seq);
      case 6 -> removeWithTheHead();
      case 7 -> insertBehindTheHead(seq);
      case 8 -> swap(seq, other);
      default ->
          sql(
              "UPDATE letter_state SET state = 'closed' WHERE letter_id = ?",
              letters.get((int) (seq % LETTERS)));
    }
  }

  /// The last entry goes, and the head with it.
  private void removeWithTheHead() {
    sql("DELETE FROM ledger_entry WHERE seq = ?", LETTERS * 4);
    sql(
        "UPDATE ledger_head SET seq = seq - 1,"
            + " hash = (SELECT hash FROM ledger_entry ORDER BY seq DESC LIMIT 1)");
  }

  /// An entry with a right hash, and everything moved on, but for a letter's own story.
  private void insertBehindTheHead(long seq) {
    long letter = letters.get((int) (seq % LETTERS));
    new JdbcLedger(database)
        .append(
            new Move(letter, State.WAITING, State.SENT, new Actor("eve"), Reason.of("forged")),
            clock.instant());
  }

  private void swap(long one, long other) {
    sql("UPDATE ledger_entry SET seq = -1 WHERE seq = ?", one);
    sql("UPDATE ledger_entry SET seq = ? WHERE seq = ?", one, other);
    sql("UPDATE ledger_entry SET seq = ? WHERE seq = -1", other);
  }

  @Test
  void aHeadThatWasNotedElsewhereBetraysAChainWrittenAnew() {
    history();
    String noted = ledger.head();
    assertThat(ledger.holds(noted)).isTrue();
    move(TestLetters.keep(database), State.KEPT, State.WAITING, "later");
    assertThat(ledger.holds(noted)).isTrue();
    database.doInTransaction(() -> {
      sql("DELETE FROM ledger_entry");
      sql("DELETE FROM letter_state");
      sql("UPDATE ledger_head SET seq = 0, hash = ''");
      sql("DELETE FROM letter");
    });
    history();
    assertThat(ledger.verify()).isEmpty();
    clock.advance(java.time.Duration.ofDays(1));
    assertThat(ledger.holds(noted)).isFalse();
  }

  @Test
  void aLetterThatIsErasedLeavesTheChainValid() {
    history();
    database.doInTransaction(() -> {
      sql("DELETE FROM letter_state WHERE letter_id = ?", letters.getFirst());
      sql("DELETE FROM letter WHERE id = ?", letters.getFirst());
    });
    assertThat(ledger.verify()).isEmpty();
  }

  @Test
  void aStateThatVanishedFromALetterThatIsThereIsFound() {
    history();
    assertThat(after(() -> sql("DELETE FROM letter_state WHERE letter_id = ?", letters.get(3))))
        .isPresent();
  }
}
