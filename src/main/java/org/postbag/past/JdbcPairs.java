package org.postbag.past;

import java.util.List;
import java.util.Set;
import org.postbag.database.Database;
import org.postbag.past.Answered.KnownBy;

/// The table `past_pair`.
final class JdbcPairs {
  private static final int PAGE = 200;

  private final Database database;

  JdbcPairs(Database database) {
    this.database = database;
  }

  /// A reply with what it answers, by their numbers.
  record Pair(long reply, long received, KnownBy knownBy) {}

  /// The pairs of the replies that follow, in the order of the replies' times.
  List<Pair> page(JdbcPastLetters.Place after) {
    return database
        .sql(
            """
            SELECT p.reply_id, p.received_id, p.known_by
            FROM past_letter s JOIN past_pair p ON p.reply_id = s.id
            WHERE s.direction = 'sent' AND (s.at, s.id) > (:at, :id)
            ORDER BY s.at, s.id LIMIT :limit
            """)
        .param("at", after.at().toEpochMilli())
        .param("id", after.id())
        .param("limit", PAGE)
        .query((row, _) -> new Pair(row.getLong(1), row.getLong(2), KnownBy.of(row.getString(3))))
        .list();
  }

  /// What a sent letter answers, or the answers to a received one.
  List<Pair> of(long letter) {
    return database
        .sql(
            """
            SELECT reply_id, received_id, known_by FROM past_pair WHERE reply_id = :letter
            UNION SELECT reply_id, received_id, known_by FROM past_pair WHERE received_id = :letter
            ORDER BY 1
            """)
        .param("letter", letter)
        .query((row, _) -> new Pair(row.getLong(1), row.getLong(2), KnownBy.of(row.getString(3))))
        .list();
  }

  /// The numbers of those letters that have an answer.
  Set<Long> answered(List<PastLetter> letters) {
    return letters.isEmpty()
        ? Set.of()
        : database
            .sql("SELECT DISTINCT received_id FROM past_pair WHERE received_id IN (:letters)")
            .param("letters", letters.stream().map(PastLetter::id).toList())
            .query((row, _) -> row.getLong(1))
            .set();
  }

  void put(Pair pair) {
    database
        .sql(
            """
            INSERT INTO past_pair (reply_id, received_id, known_by) VALUES (:reply, :received, :by)
            ON CONFLICT (reply_id) DO UPDATE SET received_id = :received, known_by = :by
            """)
        .param("reply", pair.reply())
        .param("received", pair.received())
        .param("by", pair.knownBy().word())
        .update();
  }

  long count() {
    return database.sql("SELECT count(*) FROM past_pair").query(Long.class).single();
  }
}
