package org.postbag.upkeep.retention;

import java.time.Instant;
import java.util.List;
import org.postbag.database.Database;
import org.postbag.ledger.State;

/// Letters by their state, topic and age. Reads all letters of a state, once a day.
final class JdbcRetention {
  private static final String HELD =
      """
        AND NOT EXISTS (
          SELECT 1 FROM legal_hold h
          WHERE h.scope IN ('topic:' || s.topic, 'person:' || coalesce(d.from_canonical, ''),
            'person:' || coalesce(d.to_canonical, '')))
      """;
  private static final String DUE =
      """
      FROM letter_state s
        JOIN letter l ON l.id = s.letter_id
        LEFT JOIN draft d ON d.letter_id = s.letter_id
      WHERE s.state = :state AND s.topic = :topic AND s.since < :before AND l.erased IS NULL
      """
          + HELD;

  private final Database database;

  JdbcRetention(Database database) {
    this.database = database;
  }

  /// The topics of letters in that state; an empty one for letters without.
  List<String> topics(State state) {
    return database
        .sql("SELECT DISTINCT topic FROM state_count WHERE state = :state AND n > 0 ORDER BY topic")
        .param("state", state.label())
        .query((row, _) -> row.getString(1))
        .list();
  }

  List<Long> due(State state, String topic, Instant before) {
    return database
        .sql("SELECT s.letter_id " + DUE + "ORDER BY s.letter_id")
        .param("state", state.label())
        .param("topic", topic)
        .param("before", before.toEpochMilli())
        .query((row, _) -> row.getLong(1))
        .list();
  }
}
