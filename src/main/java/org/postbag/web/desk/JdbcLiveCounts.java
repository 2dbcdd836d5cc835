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

  /// By mailbox; in each by state, as `waiting`, by state and topic, as `waiting/calais`, and as
  /// [LiveState#HELP] those in which somebody may need help. A letter that is not read yet counts
  /// as one that needs a person, as in the ledger's account.
  Map<String, Map<String, Long>> counts() {
    Map<String, Map<String, Long>> all = new HashMap<>();
    database
        .sql(
            """
            SELECT mailbox, state, topic, n FROM state_count
            UNION ALL
            SELECT l.mailbox, 'kept', '', l.n - (SELECT coalesce(sum(s.n), 0)
              FROM state_count s WHERE s.mailbox = l.mailbox) FROM letter_count l
            UNION ALL
            SELECT mailbox, 'help', '', count(*) FROM letter_state
            WHERE state = 'needsPerson' AND priority = 0 GROUP BY mailbox
            """)
        .query((row, _) -> {
          Map<String, Long> counts =
              all.computeIfAbsent(row.getString("mailbox"), _ -> new HashMap<>());
          add(counts, row.getString("state"), row.getString("topic"), row.getLong("n"));
          return true;
        })
        .list();
    return all;
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
