package org.postbag.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short form; `bin/soak send` is the long one.
class KillIT {
  @Test
  void aProgramKilledAtAnyMomentLosesNothingAndSendsNothingTwice(@TempDir Path folder)
      throws Exception {
    SendKillRun.Result result = new SendKillRun(folder, 1).run(150, 10);
    assertThat(result.faults()).isEmpty();
    assertThat(result.ledgerStands()).isTrue();
    assertThat(result.kills()).isEqualTo(10);
    assertThat(result.sent() + result.unclear()).isEqualTo(150);
  }
}
