package org.postbag.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.PackedText;

/// The table `approval`, as far as it says what leaves next, and when.
final class JdbcDueApprovals {
  /// CROSS JOIN makes SQLite join in this order, from the index `approval_waits`. Where a breaker
  /// is open nothing is due, so that what it holds back stands in nobody's way.
  private static final String DUE =
      "SELECT a.*, l.mailbox, "
          + PackedText.wordingOf("a")
          + """

          FROM approval a CROSS JOIN letter_state s CROSS JOIN letter l CROSS JOIN draft d
          WHERE a.waits = 1 AND a.undone = 0
            AND s.letter_id = a.letter_id AND s.state = 'approved'
            AND l.id = a.letter_id AND d.letter_id = a.letter_id
            AND l.mailbox = :mailbox AND a.release_at <= :now%s
            AND NOT EXISTS (
              SELECT 1 FROM breaker b
              WHERE b.ended IS NULL AND b.cause <> 'drafts'
                AND b.scope IN ('recipient:' || a.to_canonical, 'topic:' || coalesce(d.topic, ''),
                  'mailbox:' || l.mailbox))
          ORDER BY a.release_at, a.id LIMIT :limit
          """;

  private static final String NOT_ON = " AND coalesce(d.topic, '') NOT IN (:topics)";

  private final Database database;

  JdbcDueApprovals(Database database) {
    this.database = database;
  }

  /// Approvals whose undo window is over and whose letter is still approved, the oldest first.
  List<Approval> due(Instant now, int limit) {
    return database
        .sql(
            JdbcApprovals.SELECT
                + """
                JOIN letter_state s ON s.letter_id = a.letter_id
                WHERE s.state = 'approved' AND a.undone = 0 AND a.release_at <= :now
                ORDER BY a.release_at, a.id LIMIT :limit
                """)
        .param("now", now.toEpochMilli())
        .param("limit", limit)
        .query(ApprovalColumns::approval)
        .list();
  }

  /// [#due] for one mailbox, without the letters of some topics.
  List<Approval> dueIn(String mailbox, Instant now, Collection<TopicId> except, int limit) {
    return database
        .sql(except.isEmpty() ? DUE.formatted("") : DUE.formatted(NOT_ON))
        .param("mailbox", mailbox)
        .param("now", now.toEpochMilli())
        .param("topics", except.stream().map(TopicId::value).toList())
        .param("limit", limit)
        .query(ApprovalColumns::approval)
        .list();
  }

  long approvedIn(String mailbox) {
    return database
        .sql(
            """
            SELECT coalesce(sum(n), 0) FROM state_count
            WHERE state = 'approved' AND mailbox = :mailbox
            """)
        .param("mailbox", mailbox)
        .query(Long.class)
        .single();
  }

  Optional<Instant> lastRelease(String mailbox) {
    return database
        .sql(
            """
            SELECT max(a.release_at) FROM approval a JOIN letter l ON l.id = a.letter_id
            WHERE a.waits = 1 AND a.undone = 0 AND l.mailbox = :mailbox
            """)
        .param("mailbox", mailbox)
        .query(Long.class)
        .optional()
        .map(Instant::ofEpochMilli);
  }
}
