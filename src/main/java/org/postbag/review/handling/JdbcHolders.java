package org.postbag.review.handling;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postbag.database.Database;
import org.postbag.database.MailboxScope;

/// The table `letter_holder`.
final class JdbcHolders {
  private static final String OPEN =
      """
      FROM letter_holder h JOIN letter_state s ON s.letter_id = h.letter_id
      WHERE h.member = :member AND h.letter_id > :after AND s.state IN ('waiting', 'needsPerson')
      """;

  private final Database database;

  JdbcHolders(Database database) {
    this.database = database;
  }

  void write(long letter, String member, String by, Instant at) {
    database
        .sql(
            """
            INSERT INTO letter_holder (letter_id, member, given_by, since)
            VALUES (:letter, :member, :by, :at)
            ON CONFLICT (letter_id) DO UPDATE SET member = excluded.member,
              given_by = excluded.given_by, since = excluded.since
            """)
        .param("letter", letter)
        .param("member", member)
        .param("by", by)
        .param("at", at.toEpochMilli())
        .update();
  }

  boolean delete(long letter) {
    return database
            .sql("DELETE FROM letter_holder WHERE letter_id = :letter")
            .param("letter", letter)
            .update()
        == 1;
  }

  Map<Long, String> of(Collection<Long> letters) {
    Map<Long, String> members = new HashMap<>();
    if (!letters.isEmpty()) {
      database
          .sql("SELECT letter_id, member FROM letter_holder WHERE letter_id IN (:letters)")
          .param("letters", letters)
          .query((row, _) -> members.put(row.getLong(1), row.getString(2)))
          .list();
    }
    return members;
  }

  List<Long> openOf(String member, long after, int limit) {
    MailboxScope scope = MailboxScope.current();
    return database
        .sql(
            "SELECT h.letter_id "
                + OPEN
                + scope.and("s.mailbox")
                + "ORDER BY h.letter_id LIMIT :limit")
        .param("scope", scope.parameter())
        .param("member", member)
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  int countOpen(String member, int most) {
    MailboxScope scope = MailboxScope.current();
    return database
        .sql(
            "SELECT count(*) FROM (SELECT 1 "
                + OPEN
                + scope.and("s.mailbox")
                + "LIMIT :most) counted")
        .param("scope", scope.parameter())
        .param("member", member)
        .param("after", 0)
        .param("most", most)
        .query(Integer.class)
        .single();
  }
}
