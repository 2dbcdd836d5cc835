package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The process may die at any moment. `bin/soak collect` is the long form.
class CollectKillIT {
  private static DovecotServer dovecot;

  @TempDir Path data;

  @BeforeAll
  static void start() {
    dovecot = DovecotServer.start();
  }

  @AfterAll
  static void stop() {
    dovecot.close();
  }

  /// One of each kind; the soak takes all of them.
  @ParameterizedTest
  @EnumSource(
      names = {
        "FIRST_CURSOR_WRITTEN",
        "BETWEEN_LETTERS",
        "BEFORE_FETCH_IS_CONFIRMED",
        "BEFORE_KEEPING_IS_COMMITTED",
        "KEPT",
        "LEDGER_ENTRY_WRITTEN",
        "DRAFTED",
        "PLACES_FORGOTTEN",
        "RECOGNISED"
      })
  void aDeathAtANamedPointLosesNothing(CrashPoint point) throws Exception {
    assertThat(new CrashRun(dovecot, point, 0).faults()).isEmpty();
  }

  @Test
  void twentyKillsLoseNoLetterAndKeepNoneTwice() throws Exception {
    long seed = new Random().nextLong();
    CollectKillRun.Result result =
        new CollectKillRun(dovecot, data, 5_000, 20, new Random(seed)).run();
    assertThat(result.kept()).as("kept, with seed %d", seed).isEqualTo(5_000);
    assertThat(result.different()).as("different ones").isEqualTo(5_000);
    assertThat(result.whole()).as("whole ones").isEqualTo(5_000);
    assertThat(result.whileReading()).as("kills that left letters unread").isPositive();
    assertThat(result.afterKeeping()).as("kills after some were kept").isPositive();
  }
}
