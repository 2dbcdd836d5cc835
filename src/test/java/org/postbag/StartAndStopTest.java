package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;

/// In which order the daemon starts and stops what runs by itself.
class StartAndStopTest {
  private final TestHouse house = new TestHouse(Duration.ZERO);

  @AfterEach
  void close() {
    house.close();
  }

  /// Those of our threads that are platform threads, by their names.
  private static Set<String> running() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(Set.of("index", "learn")::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void nothingStartsWhereWhatWasUnderWayCannotBeRecovered() {
    assertThatThrownBy(() -> house.restart(() -> rename("attempt", "away")))
        .isInstanceOf(CannotStart.class);
    assertThat(running()).isEmpty();

    rename("away", "attempt");
    house.restart();
    await().until(() -> running().equals(Set.of("index", "learn")));
  }

  private void rename(String from, String to) {
    try (Database database = Database.open(DatabaseSettings.in(house.folder.resolve("data")))) {
      database.doInTransaction(
          () -> database.sql("ALTER TABLE " + from + " RENAME TO " + to).update());
    }
  }

  @Test
  void lettersInTheDatabaseCanBeReadByItsOwnerAlone() throws IOException {
    Path database = house.folder.resolve("data/postbag.db");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(database)))
        .isEqualTo("rw-------");
  }

  @Test
  void theLedgersHeadIsExportedToAFileOfItsOwnersAlone() throws IOException {
    Path head = house.folder.resolve("data/ledger-head.txt");
    await().until(() -> Files.exists(head));
    assertThat(Files.readString(head)).matches("\\d+:\\S* \\S+\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(head)))
        .isEqualTo("rw-------");
  }

  @Test
  void allOfItEndsWithinTenSeconds() {
    await().until(() -> running().equals(Set.of("index", "learn")));
    Instant start = Instant.now();
    house.close();
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    await().atMost(Duration.ofSeconds(1)).until(() -> running().isEmpty());
  }
}
