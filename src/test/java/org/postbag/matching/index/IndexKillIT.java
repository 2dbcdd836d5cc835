package org.postbag.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
  private static final int MOST_LOOKS = 20;
  private static final int KILLED = 137;

  @TempDir private Path data;

  /// The process that is killed: it indexes, and commits after every batch. Arguments: the data
  /// folder, and at which of its looks at the clock, of which there are some to each batch, it dies
  /// by itself; 0 for none.
  static final class Indexer {
    private Indexer() {}

    public static void main(String[] arguments) throws Exception {
      Path data = Path.of(arguments[0]);
      InstantSource hurried = new Hurried(Integer.parseInt(arguments[1]));
      try (Database database = Database.open(DatabaseSettings.in(data));
          TestIndex index = new TestIndex(database, data.resolve("index"), () -> {}, hurried)) {
        System.out.println("indexing");
        index.upToDate();
      }
    }
  }

  /// A clock on which more time has passed at every look than lies between two commits.
  private static final class Hurried implements InstantSource {
    private Instant now = Instant.EPOCH;
    private int looksLeft;

    Hurried(int looks) {
      looksLeft = looks;
    }

    @Override
    public Instant instant() {
      if (--looksLeft == 0) {
        Runtime.getRuntime().halt(KILLED);
      }
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
        if (kill % 2 == 0) {
          diedAt(chance.nextInt(1, MOST_LOOKS));
        } else {
          killedAfter(chance.nextInt(LONGEST_MILLIS));
        }
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

  private void diedAt(int look) throws Exception {
    Process indexer = start(look);
    assertThat(indexer.waitFor(1, TimeUnit.MINUTES)).as("look %s was reached", look).isTrue();
    // 0: there was nothing left to index before.
    assertThat(indexer.exitValue()).isIn(KILLED, 0);
  }

  private void killedAfter(int millis) throws Exception {
    Process indexer = start(0);
    Thread.sleep(millis);
    indexer.destroyForcibly().waitFor();
  }

  private Process start(int looks) throws IOException {
    return ChildProgram.startedUntil("indexing", ChildProgram.of(Indexer.class, data, looks));
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
