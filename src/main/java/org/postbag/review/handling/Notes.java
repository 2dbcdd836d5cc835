package org.postbag.review.handling;

import java.time.InstantSource;
import java.util.List;
import org.postbag.database.Database;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Ledger;

/// Notes on letters.
public final class Notes {
  /// Characters that a note may have.
  public static final int LONGEST = 5_000;

  private final JdbcNotes rows;
  private final Ledger ledger;
  private final InstantSource clock;

  public Notes(Database database, Ledger ledger, InstantSource clock) {
    this.rows = new JdbcNotes(database);
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Writes a note.
  ///
  /// @return false when it is blank or too long, or there is no such letter
  public boolean add(long letter, String text, Actor by) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST) {
      return false;
    }
    return ledger.inTurn(() -> {
      boolean known = ledger.remark(letter, by, DecisionReason.NOTED);
      if (known) {
        rows.insert(letter, stripped, by.name(), clock.instant());
      }
      return known;
    });
  }

  /// The notes on a letter, the oldest first.
  public List<Note> of(long letter) {
    return rows.of(letter);
  }
}
