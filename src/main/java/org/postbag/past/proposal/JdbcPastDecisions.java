package org.postbag.past.proposal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;

/// Past letters with the topics that they were decided to be on, from `past_example` and
/// `past_pair`.
final class JdbcPastDecisions {
  private final Database database;

  JdbcPastDecisions(Database database) {
    this.database = database;
  }

  /// By the day of the letter, the newest first; no topic where it was answered in another way.
  Map<Long, Optional<TopicId>> newest(int limit) {
    Map<Long, Optional<TopicId>> newest = new LinkedHashMap<>();
    database
        .sql(
            """
            SELECT l.id, p.topic FROM past_letter l
            LEFT JOIN past_example e ON e.past_id = l.id
            LEFT JOIN past_proposal p ON p.id = e.proposal_id AND p.state = 'taken'
            WHERE l.direction = 'received'
              AND (p.topic IS NOT NULL OR EXISTS (SELECT 1 FROM past_pair a WHERE a.received_id = l.id))
            ORDER BY l.at DESC, l.id DESC LIMIT :limit
            """)
        .param("limit", limit)
        .query(row -> {
          newest.put(row.getLong(1), Optional.ofNullable(row.getString(2)).map(TopicId::new));
        });
    return newest;
  }

  /// Changes with each proposal that is taken and with each letter that is forgotten.
  long version() {
    return database
        .sql(
            """
            SELECT coalesce(sum(p.id), 0) FROM past_example e
            JOIN past_proposal p ON p.id = e.proposal_id WHERE p.state = 'taken'
            """)
        .query(Long.class)
        .single();
  }
}
