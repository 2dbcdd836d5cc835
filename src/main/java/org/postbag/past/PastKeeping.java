package org.postbag.past;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postbag.database.Database;
import org.postbag.email.Address;

/// Writes past letters. A batch and the place behind it are one transaction: whatever ends a
/// reading, it goes on behind the last letter that is kept.
public final class PastKeeping {
  private final Database database;
  private final JdbcPastLetters letters;
  private final JdbcPastCursors cursors;
  private final Set<Address> own;
  private final InstantSource clock;

  /// @param own the office's addresses
  public PastKeeping(Database database, Set<Address> own, InstantSource clock) {
    this.database = database;
    this.letters = new JdbcPastLetters(database);
    this.cursors = new JdbcPastCursors(database);
    this.own = Set.copyOf(own);
    this.clock = clock;
  }

  /// Keeps letters; those that are there already stay as they are, and those that the queue has are
  /// left to it.
  ///
  /// @return those that are new, under their numbers
  public List<PastLetter> keep(List<PastLetter> batch) {
    Instant now = clock.instant();
    return database.inTransaction(() -> {
      Set<String> queued = letters.queued(batch);
      return batch.stream()
          .filter(letter -> letter.messageId().filter(id -> queued.contains(id.value())).isEmpty())
          .flatMap(letter -> letters.insert(letter, own, now).map(letter::numbered).stream())
          .toList();
    });
  }

  /// Letters of a folder that the server listed and did not give, and those of them that are
  /// settled now, by their UIDs.
  record Gaps(List<Long> opened, List<Long> settled) {
    static final Gaps NONE = new Gaps(List.of(), List.of());
  }

  /// Keeps letters together with the place behind them.
  List<PastLetter> keep(List<PastLetter> batch, PastCursor after, Gaps gaps) {
    return database.inTransaction(() -> {
      List<PastLetter> kept = keep(batch);
      cursors.put(after);
      cursors.settleGaps(after, gaps.settled());
      cursors.openGaps(after, gaps.opened());
      return kept;
    });
  }

  Optional<PastCursor> cursor(String source, String folder) {
    return cursors.find(source, folder);
  }

  List<Long> gaps(String source, String folder, long epoch) {
    return cursors.gaps(source, folder, epoch);
  }
}
