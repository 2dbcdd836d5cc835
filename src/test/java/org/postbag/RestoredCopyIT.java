package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy of the past, started later, sends nothing twice; the long form is `bin/soak copy`.
class RestoredCopyIT {
  @TempDir Path folder;

  @Test
  void aCopyThatIsStartedLaterSendsNothingTwiceAndSaysWhatWasAnswered() {
    try (RestoredCopies copies = new RestoredCopies(folder, 12, new Random(1))) {
      RestoredCopies.Result result = copies.run();
      assertThat(result.left()).isEqualTo(12);
      assertThat(result.twice()).isEmpty();
      assertThat(result.told()).isEqualTo(result.waiting());
      assertThat(result.unclear()).isPositive();
    }
  }
}
