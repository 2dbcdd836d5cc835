package org.postbag.web.desk;

import java.util.HashMap;
import java.util.Map;
import org.postbag.database.Database;
import org.postbag.ledger.State;

/// Reads what open pages count: a few rows of tables that are kept for it, however many letters
/// there are.
final class JdbcLiveCounts {
  private final Database database;

  JdbcLiveCounts(Database database) {
    this.database = database;
  }

  /// By state, as `waiting`, and by state and topic, as `waiting/calais`. A letter that is not read
  /// yet counts as one that needs a person, as in the ledger's account.
  Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    database
        .sql(
            """
            SELECT state, topic, sum(n) AS n FROM state_count GROUP BY state, topic
            UNION ALL
            SELECT 'kept', '', (SELECT coalesce(sum(n), 0) FROM letter_count)
              - (SELECT coalesce(sum(n), 0) FROM state_count)
            """)
        .query((row, _) -> {
          add(counts, row.getString("state"), row.getString("topic"), row.getLong("n"));
          return true;
        })
        .list();
    return counts;
  }

  private static void add(Map<String, Long> counts, String state, String topic, long n) {
    String shown = state.equals(State.KEPT.label()) ? State.NEEDS_PERSON.label() : state;
    counts.merge(shown, n, Long::sum);
    if (!topic.isEmpty() && n > 0) {
      counts.merge(shown + "/" + topic, n, Long::sum);
    }
  }

  /// The number of the ledger's newest entry: it grows with each move of a letter.
  long newestEntry() {
    return database.sql("SELECT seq FROM ledger_head WHERE id = 1").query(Long.class).single();
  }
}
