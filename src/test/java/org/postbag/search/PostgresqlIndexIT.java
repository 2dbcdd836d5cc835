package org.postbag.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.database.Engine;
import org.postbag.database.SettableClock;
import org.postbag.database.TestLetters;

/// What only happens on PostgreSQL, where two may write at once; [LetterIndexTest] has the rest.
class PostgresqlIndexIT {
  private final Database database = Engine.POSTGRESQL.open();

  /// Two that write at once: the one with the smaller number commits last.
  @Test
  void aLetterThatAppearsBelowTheLastNumberIsFoundToo() {
    SettableClock clock = new SettableClock();
    long free = TestLetters.keep(database);
    database.sql("DELETE FROM letter WHERE id = ?").param(free).update();
    long first = keptNow(clock, "The letter that was committed first.");
    try (TestIndex index = new TestIndex(database, TestIndex.folder(), () -> {}, clock)) {
      assertThat(find(index)).containsExactly(first);

      long late = keptNow(clock, "The letter that was committed late.");
      renumber(late, free);
      clock.advance(Duration.ofMinutes(2));
      assertThat(find(index)).containsExactly(first, free);
    }
  }

  private long keptNow(SettableClock clock, String text) {
    long letter = TestLetters.keep(database, "Ann Lee <ann@lee.example>", "Committed", text);
    database
        .sql("UPDATE letter SET kept = ? WHERE id = ?")
        .params(clock.instant().toEpochMilli(), letter)
        .update();
    return letter;
  }

  private void renumber(long from, long to) {
    database.doInTransaction(() -> {
      database
          .sql(
              "INSERT INTO letter (id, mailbox, folder, uid_validity, uid, content_hash, received,"
                  + " kept, size) OVERRIDING SYSTEM VALUE"
                  + " SELECT ?, mailbox, folder, 2, uid, content_hash, received, kept,"
                  + " size FROM letter WHERE id = ?")
          .params(to, from)
          .update();
      database
          .sql("UPDATE letter_raw SET letter_id = ? WHERE letter_id = ?")
          .params(to, from)
          .update();
      database.sql("DELETE FROM letter WHERE id = ?").param(from).update();
    });
  }

  private static java.util.List<Long> find(TestIndex index) {
    return index.upToDate().find("committed", 0, Long.MAX_VALUE, true, 9);
  }

  @AfterEach
  void close() {
    database.close();
  }
}
