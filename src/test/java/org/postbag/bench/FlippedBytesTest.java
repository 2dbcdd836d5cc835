package org.postbag.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever byte of the database changes on the disk is found, or belongs to no row. The long form
/// is `bin/bench verify`.
class FlippedBytesTest {
  @TempDir Path folder;

  @Test
  void aChangedByteIsFoundOrLiesInFreeSpace() throws IOException {
    FlippedBytes.Result result = new FlippedBytes(folder, 40).run(40, new Random(7));
    assertThat(result.missed()).isEmpty();
    assertThat(result.found()).isGreaterThan(20);
  }
}
