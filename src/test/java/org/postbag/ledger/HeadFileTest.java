package org.postbag.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestDatabases;
import org.postbag.database.TestLetters;

/// The head of the chain, kept outside of the database.
class HeadFileTest {
  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

  @TempDir Path folder;
  private final Database database = TestDatabases.sqlite();
  private final Ledger ledger = new Ledger(database, new SettableClock());

  @AfterEach
  void close() {
    database.close();
  }

  private void move() {
    long letter = TestLetters.keep(database);
    ledger.move(
        new Move(letter, State.KEPT, State.WAITING, new Actor("ann"), Reason.of("drafted")));
  }

  @Test
  void theHeadIsExportedInPlaceOfTheOneBefore() throws IOException {
    HeadFile file = new HeadFile(folder);
    assertThat(file.read()).isEmpty();
    assertThat(file.export(ledger, NOW)).isEmpty();
    assertThat(file.read()).hasValue("0:");
    move();
    assertThat(file.export(ledger, NOW)).isEmpty();

    assertThat(file.read()).hasValue(ledger.head());
    assertThat(folder.resolve("ledger-head.txt"))
        .hasContent(ledger.head() + " 2026-11-30T10:00:00Z");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void aChainThatWasRewrittenLeavesTheExportedHeadAsEvidence() throws IOException {
    HeadFile file = new HeadFile(folder);
    move();
    String exported = ledger.head();
    file.export(ledger, NOW);
    database.doInTransaction(() -> {
      database.sql("DELETE FROM ledger_entry").update();
      database.sql("DELETE FROM letter_state").update();
      database.sql("UPDATE ledger_head SET seq = 0, hash = ''").update();
    });

    assertThat(ledger.verify()).isEmpty();
    assertThat(file.export(ledger, NOW).orElse("")).contains(exported);
    assertThat(file.read()).hasValue(exported);
  }

  @Test
  void aFileThatHoldsNoHeadIsNamed() throws IOException {
    Files.writeString(folder.resolve("ledger-head.txt"), "nothing\n");
    assertThatThrownBy(() -> new HeadFile(folder).read())
        .hasMessageContaining("ledger-head.txt: no head of a ledger stands in it");
  }
}
