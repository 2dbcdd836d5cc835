package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One daemon on one data folder, and nobody else's eyes in it.
class DataFolderTest {
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

  @TempDir Path temporary;

  @Test
  void aSecondDaemonIsRefusedAndToldWhoHoldsTheFolder() {
    Path folder = temporary.resolve("data");
    try (DataFolder first = DataFolder.lock(folder, NOW)) {
      assertThatThrownBy(() -> DataFolder.lock(folder, NOW))
          .isInstanceOfSatisfying(CannotStart.class, e -> assertThat(e.isInUse()).isTrue())
          .hasMessageContaining(folder.toString())
          .hasMessageContaining(
              "process " + ProcessHandle.current().pid() + " since 2026-11-30T08:00:00Z");
      assertThat(first).isNotNull();
    }
    DataFolder.lock(folder, NOW).close();
  }

  @Test
  void whatOthersCouldReadIsTheOwnersAloneAfterwards() throws IOException {
    Path folder = temporary.resolve("data");
    Files.createDirectories(folder.resolve("index"));
    Path letters = Files.writeString(folder.resolve("postbag.db"), "");
    Path words = Files.writeString(folder.resolve("index/words"), "");
    for (Path path : new Path[] {folder, letters, words}) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    DataFolder.lock(folder, NOW).close();

    assertThat(rights(folder)).isEqualTo("rwx------");
    assertThat(rights(folder.resolve("index"))).isEqualTo("rwx------");
    assertThat(rights(letters)).isEqualTo("rw-------");
    assertThat(rights(words)).isEqualTo("rw-------");
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
