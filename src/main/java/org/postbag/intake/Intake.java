package org.postbag.intake;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postbag.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The room's door: letters are kept here, and found again.
public final class Intake implements LetterStore {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final Database database;
  private final InstantSource clock;
  private final JdbcLetterStore letters;
  private final JdbcKeeping keeping;
  private final JdbcCursors cursors;
  private final JdbcGaps gaps;

  public Intake(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.letters = new JdbcLetterStore(database, clock);
    this.keeping = new JdbcKeeping(database);
    this.cursors = new JdbcCursors(database);
    this.gaps = new JdbcGaps(database);
  }

  /// Keeps the letters and moves the cursor on, both or neither; on disk when this returns. Keeping
  /// the same batch again changes nothing.
  ///
  /// @throws IllegalStateException when another reader has taken the folder elsewhere meanwhile
  public void keep(Batch batch) {
    database.doInTransaction(() -> {
      moveOn(batch);
      keeping.keep(batch.letters(), batch.after(), clock.instant());
      gaps.close(batch.letters());
      batch.gone().forEach(gaps::close);
      batch.gaps().forEach(gap -> gaps.note(gap, clock.instant()));
      if (!batch.letters().isEmpty()) {
        database.afterCommit(() ->
            LOG.info(
                "kept {} letters of {}/{}",
                batch.letters().size(),
                batch.after().mailbox(),
                batch.after().folder()));
      }
    });
  }

  private void moveOn(Batch batch) {
    Cursor before = batch.before();
    Cursor after = batch.after();
    if (before.equals(after) || cursors.advance(before, after)) {
      return;
    }
    boolean done =
        cursor(before.mailbox(), before.folder())
            .filter(now -> now.uidValidity() == after.uidValidity())
            .filter(now -> now.lastUid() >= after.lastUid())
            .isPresent();
    if (!done) {
      throw new IllegalStateException(
          "another reader moved the cursor of " + before.mailbox() + "/" + before.folder());
    }
  }

  /// How far the folder has been read; empty before its first start.
  public Optional<Cursor> cursor(String mailbox, String folder) {
    return cursors.find(mailbox, folder);
  }

  /// Begins to read a folder.
  ///
  /// @return the cursor that holds: another node's, when that one began first
  public Cursor begin(Cursor first) {
    return database.inTransaction(() -> {
      cursors.insert(first);
      return cursors.find(first.mailbox(), first.folder()).orElseThrow();
    });
  }

  /// The server has given the folder's letters new UIDs, of which `highest` is the last.
  public Cursor renumber(Cursor before, long uidValidity, long highest) {
    return database.inTransaction(() -> {
      Cursor after = before.renumbered(uidValidity, highest);
      if (!cursors.advance(before, after)) {
        throw new IllegalStateException(
            "another reader renumbered " + before.mailbox() + "/" + before.folder());
      }
      cursors.forgetPlaces(before);
      return after;
    });
  }

  /// What the server lists in this folder and has not given yet.
  public List<Gap> gaps(String mailbox, String folder) {
    return gaps.of(mailbox, folder);
  }

  /// Writes down what the server lists and has not given.
  public void note(List<Gap> missing) {
    database.doInTransaction(() -> missing.forEach(gap -> gaps.note(gap, clock.instant())));
  }

  /// The UIDs of this folder, in the cursor's epoch, at which letters are kept.
  public Set<Long> places(Cursor cursor) {
    return cursors.places(cursor);
  }

  @Override
  public List<KeptLetter> unprocessed(int limit) {
    return letters.unprocessed(limit);
  }

  @Override
  public Optional<KeptLetter> find(long id) {
    return letters.find(id);
  }
}
