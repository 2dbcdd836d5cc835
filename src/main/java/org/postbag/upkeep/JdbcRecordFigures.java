package org.postbag.upkeep;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postbag.database.Database;

/// Figures of an installation, for its public record. Reads whole tables, when somebody asks for
/// it.
final class JdbcRecordFigures {
  /// Letters on which a person has decided, and that had a topic.
  private static final String DECIDED =
      """
      FROM draft d JOIN letter_state s ON s.letter_id = d.letter_id
      WHERE s.state IN ('approved', 'sending', 'sent', 'unclear', 'failed', 'closed')
        AND d.matched IS NOT NULL
        AND EXISTS (
          SELECT 1 FROM ledger_entry e WHERE e.letter_id = d.letter_id AND e.actor <> 'postbag')
      """;

  private static final String OVERRIDDEN =
      """
        AND EXISTS (
          SELECT 1 FROM ledger_entry e
          WHERE e.letter_id = d.letter_id AND (e.why LIKE 'topic %' OR e.why = 'no topic'))
      """;

  private final Database database;

  JdbcRecordFigures(Database database) {
    this.database = database;
  }

  private long number(String sql) {
    return database.sql(sql).query(Long.class).single();
  }

  long decided() {
    return number("SELECT count(*) " + DECIDED);
  }

  long edited() {
    return number("SELECT count(*) " + DECIDED + " AND d.edited = 1");
  }

  long overridden() {
    return number("SELECT count(*) " + DECIDED + OVERRIDDEN);
  }

  long asDrafted() {
    return number(
        "SELECT count(*) "
            + DECIDED
            + " AND d.edited = 0 AND s.state <> 'closed' AND NOT (1 = 1 "
            + OVERRIDDEN
            + ")");
  }

  long help() {
    return number("SELECT count(*) FROM draft WHERE reason LIKE 'needs-help-%'");
  }

  long entries() {
    return number("SELECT seq FROM ledger_head WHERE id = 1");
  }

  long decisions() {
    return number("SELECT count(DISTINCT letter_id) FROM topic_decision");
  }

  /// The accuracy of the model in use on letters that it had not seen.
  Optional<Double> accuracy() {
    return database
        .sql("SELECT accuracy FROM topic_lesson WHERE undone = 0 ORDER BY id DESC LIMIT 1")
        .query(Double.class)
        .optional();
  }

  Optional<Instant> since() {
    return database
        .sql("SELECT min(kept) FROM letter")
        .query((row, _) -> Optional.of(row.getLong(1)).filter(millis -> millis > 0))
        .single()
        .map(Instant::ofEpochMilli);
  }

  Map<String, Long> staff() {
    Map<String, Long> roles = new TreeMap<>();
    database
        .sql("SELECT role, count(*) FROM staff GROUP BY role")
        .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
        .list()
        .forEach(role -> roles.put(role.getKey(), role.getValue()));
    return roles;
  }
}
