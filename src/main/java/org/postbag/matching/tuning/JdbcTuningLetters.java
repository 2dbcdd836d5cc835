package org.postbag.matching.tuning;

import java.util.List;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;

/// The letters that a topic's keywords are to find.
final class JdbcTuningLetters {
  private final Database database;

  JdbcTuningLetters(Database database) {
    this.database = database;
  }

  /// Letters that a person gave this topic, not the program; the newest first.
  List<Long> corrected(TopicId topic, int limit) {
    return database
        .sql(
            """
            SELECT s.letter_id FROM letter_state s JOIN draft d ON d.letter_id = s.letter_id
            WHERE s.topic = :topic AND (d.matched IS NULL OR d.matched <> :topic OR d.abstained = 1)
            ORDER BY s.letter_id DESC LIMIT :limit
            """)
        .param("topic", topic.value())
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /// Letters with this topic, the newest first.
  List<Long> on(TopicId topic, int limit) {
    return database
        .sql(
            """
            SELECT letter_id FROM letter_state WHERE topic = :topic
            ORDER BY letter_id DESC LIMIT :limit
            """)
        .param("topic", topic.value())
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /// The letters of a campaign, the newest first.
  List<Long> of(long campaign, int limit) {
    return database
        .sql(
            """
            SELECT letter_id FROM draft WHERE campaign = :campaign
            ORDER BY letter_id DESC LIMIT :limit
            """)
        .param("campaign", campaign)
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /// The largest campaigns on no topic, by the number of their first letter: one row a campaign is
  /// read.
  List<Long> campaignsWithoutTopic(int limit) {
    return database
        .sql(
            """
            SELECT c.number FROM campaign c JOIN letter_state s ON s.letter_id = c.number
            WHERE c.root = c.number AND c.closed = 0 AND c.topic IS NULL AND c.letters > 1
              AND s.topic = ''
            ORDER BY c.letters DESC, c.number LIMIT :limit
            """)
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }
}
