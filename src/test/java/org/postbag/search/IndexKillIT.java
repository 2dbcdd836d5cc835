package org.postbag.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.database.Child;
import org.postbag.database.ChildProgram;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.TestLetters;

/// The index through SIGKILLs after a number of steps that chance chooses.
class IndexKillIT {
  private static final int LETTERS = 20_000;
  private static final int KILLS = 8;
  private static final int MOST_LOOKS = 20;

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
        index.upToDate();
      }
    }
  }

  /// A clock on which more time has passed at every look than lies between two commits. It prints
  /// `look` at each.
  private static final class Hurried implements InstantSource {
    private Instant now = Instant.EPOCH;
    private int looksLeft;

    Hurried(int looks) {
      looksLeft = looks;
    }

    @Override
    public Instant instant() {
      if (--looksLeft == 0) {
        Runtime.getRuntime().halt(Child.KILLED);
      }
      System.out.println("look");
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
          killedAfter(chance.nextInt(1, MOST_LOOKS));
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
    // 0: there was nothing left to index before.
    assertThat(start(look).end()).isIn(Child.KILLED, 0);
  }

  /// Unlike one that dies by itself, it goes on while it is being killed.
  private void killedAfter(int looks) throws Exception {
    assertThat(start(0).killAfter("look", looks).end()).isIn(Child.KILLED, 0);
  }

  private Child start(int looks) throws IOException {
    return Child.start(ChildProgram.of(Indexer.class, data, looks));
  }

  /// What the next start finds. One that had to begin anew would find nothing.
  private int committed() {
    try (LetterIndex index = LetterIndex.open(data.resolve("index"))) {
      long mark = index.foundPosition().letters();
      assertThat(index.size()).isEqualTo((int) mark);
      return index.size();
    }
  }
}
