package org.postbag.upkeep.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.postbag.database.Database;

/// The table `legal_hold`.
final class JdbcHolds {
  private static final int AT_ONCE = 500;

  private final Database database;

  JdbcHolds(Database database) {
    this.database = database;
  }

  List<Hold> all() {
    return database
        .sql("SELECT scope, since, actor, why FROM legal_hold ORDER BY since, scope")
        .query(JdbcHolds::hold)
        .list();
  }

  private static Hold hold(ResultSet row, int number) throws SQLException {
    return new Hold(
        row.getString(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3), row.getString(4));
  }

  boolean insert(Hold hold) {
    return database
            .sql(
                """
                INSERT INTO legal_hold (scope, since, actor, why)
                VALUES (:scope, :since, :actor, :why) ON CONFLICT (scope) DO NOTHING
                """)
            .param("scope", hold.scope())
            .param("since", hold.since().toEpochMilli())
            .param("actor", hold.actor())
            .param("why", hold.why())
            .update()
        == 1;
  }

  boolean delete(String scope) {
    return database
            .sql("DELETE FROM legal_hold WHERE scope = :scope")
            .param("scope", scope)
            .update()
        == 1;
  }

  List<Hold> onTopicsOf(Collection<Long> letters) {
    List<Long> all = List.copyOf(letters);
    List<Hold> holds = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      holds.addAll(
          database
              .sql(
                  """
                  SELECT h.scope, h.since, h.actor, h.why FROM legal_hold h
                  WHERE h.scope IN (
                    SELECT 'topic:' || s.topic FROM letter_state s WHERE s.letter_id IN (:letters))
                  """)
              .param("letters", all.subList(from, Math.min(from + AT_ONCE, all.size())))
              .query(JdbcHolds::hold)
              .list());
    }
    return holds;
  }
}
