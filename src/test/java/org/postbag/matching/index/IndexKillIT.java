package org.postbag.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.database.ChildProgram;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.TestLetters;

/// The index through SIGKILLs at moments that chance chooses.
class IndexKillIT {
  private static final int LETTERS = 20_000;
  private static final int KILLS = 8;
  private static final int LONGEST_MILLIS = 2_500;

  @TempDir private Path data;

  /// The process that is killed: it indexes, and commits after every batch.
  static final class Indexer {
    private Indexer() {}

    public static void main(String[] arguments) throws Exception {
      Path data = Path.of(arguments[0]);
      InstantSource hurried = new Hurried();
      try (Database database = Database.open(DatabaseSettings.in(data));
          TestIndex index = new TestIndex(database, data.resolve("index"), () -> {}, hurried)) {
        System.out.println("indexing");
        index.upToDate();
      }
    }
  }

  /// A clock on which more time has passed at every look than lies between two commits.
  private static final class Hurried implements InstantSource {
    private java.time.Instant now = java.time.Instant.EPOCH;

    @Override
    public java.time.Instant instant() {
      now = now.plusSeconds(6);
      return now;
    }
  }

  @Test
  void afterEveryKillTheIndexIsWholeUpToItsLastCommitAndGoesOnFromThere() throws Exception {
    try (Database database = Database.open(DatabaseSettings.in(data))) {
      database.doInTransaction(() -> {
        for (int i = 0; i < LETTERS; i++) {
          TestLetters.keep(database, "a@example.org", "Letter " + i, "The words of letter " + i);
        }
      });
      Random chance = new Random(11);
      int before = 0;
      int whileIndexing = 0;
      for (int kill = 0; kill < KILLS; kill++) {
        killed(chance.nextInt(LONGEST_MILLIS));
        int committed = committed();
        assertThat(committed).isGreaterThanOrEqualTo(before);
        whileIndexing += committed > before && committed < LETTERS ? 1 : 0;
        before = committed;
      }
      assertThat(whileIndexing).as("kills that met the index half-way").isPositive();
      try (TestIndex index =
          new TestIndex(database, data.resolve("index"), () -> {}, InstantSource.system())) {
        assertThat(index.upToDate().size()).isEqualTo(LETTERS);
        assertThat(index.upToDate().find("words", 0, Long.MAX_VALUE, true, LETTERS + 1))
            .hasSize(LETTERS)
            .doesNotHaveDuplicates();
      }
    }
  }

  private void killed(int millis) throws Exception {
    Process indexer = ChildProgram.startedUntil("indexing", ChildProgram.of(Indexer.class, data));
    Thread.sleep(millis);
    indexer.destroyForcibly().waitFor();
  }

  /// What the next start finds. One that had to begin anew would find nothing.
  private int committed() {
    try (LetterIndex index = LetterIndex.open(data.resolve("index"))) {
      long mark = index.found().letters();
      assertThat(index.size()).isEqualTo((int) mark);
      return index.size();
    }
  }
}
