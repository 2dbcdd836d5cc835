package org.postbag.ledger;

import java.util.Optional;
import org.postbag.database.Database;

/// Rows of the ledger's tables that do not agree with one another.
final class JdbcMismatches {
  private final Database database;

  JdbcMismatches(Database database) {
    this.database = database;
  }

  Optional<String> first() {
    return firstAfterHead()
        .or(this::firstStateWithoutEntry)
        .or(this::firstEntryWithoutState)
        .or(this::firstWrongCount);
  }

  /// A state that was changed without an entry in the ledger.
  private Optional<String> firstStateWithoutEntry() {
    return database
        .sql(
            """
            SELECT s.letter_id FROM letter_state s
            WHERE s.state <> coalesce((
              SELECT e.to_state FROM ledger_entry e
              WHERE e.letter_id = s.letter_id
              ORDER BY e.seq DESC LIMIT 1), '')
            ORDER BY s.letter_id LIMIT 1
            """)
        .query(Long.class)
        .optional()
        .map(letter -> "the state of letter " + letter + " has no entry");
  }

  /// An entry that was added after the head's.
  private Optional<String> firstAfterHead() {
    return database
        .sql("SELECT min(seq) FROM ledger_entry WHERE seq > (SELECT seq FROM ledger_head)")
        .query((row, _) -> row.getLong(1))
        .optional()
        .filter(seq -> seq > 0)
        .map(seq -> "entry " + seq + " stands behind the head");
  }

  /// A letter with entries and without a state. An erased letter has no row in `letter`.
  private Optional<String> firstEntryWithoutState() {
    return database
        .sql(
            """
            SELECT l.id FROM letter l
            WHERE NOT EXISTS (SELECT 1 FROM letter_state s WHERE s.letter_id = l.id)
              AND EXISTS (SELECT 1 FROM ledger_entry e WHERE e.letter_id = l.id)
            ORDER BY l.id LIMIT 1
            """)
        .query(Long.class)
        .optional()
        .map(letter -> "letter " + letter + " has entries and no state");
  }

  /// A count that is not the number of letters. Both sides are read in one statement.
  private Optional<String> firstWrongCount() {
    return database
        .sql(
            """
            SELECT state, topic, sum(n) FROM (
              SELECT state, topic, n FROM state_count
              UNION ALL
              SELECT s.state, s.topic, -1 FROM letter_state s JOIN letter l ON l.id = s.letter_id
              UNION ALL
              SELECT 'received', '', n FROM letter_count
              UNION ALL
              SELECT 'received', '', -1 FROM letter
            ) counted
            GROUP BY state, topic HAVING sum(n) <> 0 ORDER BY state, topic LIMIT 1
            """)
        .query((row, _) ->
            "the count of letters '%s' (topic '%s') is off by %d"
                .formatted(row.getString(1), row.getString(2), row.getLong(3)))
        .optional();
  }
}
