package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process may die at any moment. `bin/soak collect` is the long form.
class CollectKillIT {
  @TempDir Path data;

  @Test
  void twentyKillsLoseNoLetterAndKeepNoneTwice() throws Exception {
    try (DovecotServer dovecot = DovecotServer.start()) {
      long seed = new Random().nextLong();
      KillRun.Result result = new KillRun(dovecot, data, 5_000, 20, new Random(seed)).run();
      assertThat(result.kept()).as("kept, with seed %d", seed).isEqualTo(5_000);
      assertThat(result.different()).as("different ones").isEqualTo(5_000);
      assertThat(result.whole()).as("whole ones").isEqualTo(5_000);
      assertThat(result.whileReading()).as("kills that left letters unread").isPositive();
    }
  }
}
