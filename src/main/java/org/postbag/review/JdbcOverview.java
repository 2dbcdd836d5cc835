package org.postbag.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.MailboxScope;
import org.postbag.ledger.State;

/// The table `letter_state`: what is undecided, by what needs eyes first. Each statement walks an
/// index of the undecided letters alone.
final class JdbcOverview {
  private final Database database;

  JdbcOverview(Database database) {
    this.database = database;
  }

  /// How many letters there are in which somebody may need help at once.
  long help() {
    MailboxScope scope = MailboxScope.current();
    return database
        .sql(
            "SELECT count(*) FROM letter_state WHERE state = 'needsPerson' AND priority = 0"
                + scope.and("mailbox"))
        .param("scope", scope.parameter())
        .query(Long.class)
        .single();
  }

  /// When the oldest letter of that state came.
  Optional<Instant> oldest(State state) {
    MailboxScope scope = MailboxScope.current();
    return database
        .sql(
            "SELECT received FROM letter_state WHERE state = :state"
                + scope.and("mailbox")
                + " ORDER BY letter_id LIMIT 1")
        .param("scope", scope.parameter())
        .param("state", state.label())
        .query((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
        .optional();
  }

  /// Letters in no urgent need, the least certain match first.
  ///
  /// @param without letters of these campaigns are left out
  List<QueueItem> leastCertain(State state, Collection<Long> without, int limit) {
    Set<Long> campaigns = new HashSet<>(without);
    campaigns.add(-1L);
    MailboxScope scope = MailboxScope.current();
    return database
        .sql(
            DraftColumns.SELECT_ALL
                + """
                FROM letter_state s CROSS JOIN draft d
                WHERE d.letter_id = s.letter_id AND s.state = :state AND s.priority > 0
                  AND s.campaign NOT IN (:campaigns)
                """
                + scope.and("s.mailbox")
                + " ORDER BY s.priority, s.letter_id LIMIT :limit")
        .param("scope", scope.parameter())
        .param("state", state.label())
        .param("campaigns", campaigns)
        .param("limit", limit)
        .query(DraftColumns::item)
        .list();
  }

  /// A campaign's letters in one state, of one topic.
  record Part(long campaign, Optional<TopicId> topic, long letters, long first) {}

  /// The largest parts of campaigns.
  List<Part> parts(State state, int limit) {
    MailboxScope scope = MailboxScope.current();
    return database
        .sql(
            """
            SELECT campaign, topic, count(*) AS n, min(letter_id) FROM letter_state
            WHERE state = :state AND campaign > 0%s
            GROUP BY campaign, topic HAVING count(*) > 1 ORDER BY n DESC, campaign LIMIT :limit
            """
                .formatted(scope.and("mailbox")))
        .param("scope", scope.parameter())
        .param("state", state.label())
        .param("limit", limit)
        .query(JdbcOverview::part)
        .list();
  }

  /// The parts of those campaigns, however small.
  List<Part> parts(State state, Collection<Long> campaigns) {
    MailboxScope scope = MailboxScope.current();
    return database
        .sql(
            """
            SELECT campaign, topic, count(*) AS n, min(letter_id) FROM letter_state
            WHERE state = :state AND campaign IN (:campaigns)%s GROUP BY campaign, topic
            """
                .formatted(scope.and("mailbox")))
        .param("scope", scope.parameter())
        .param("state", state.label())
        .param("campaigns", campaigns)
        .query(JdbcOverview::part)
        .list();
  }

  private static Part part(ResultSet row, int number) throws SQLException {
    return new Part(
        row.getLong(1),
        Optional.of(row.getString(2)).filter(topic -> !topic.isEmpty()).map(TopicId::new),
        row.getLong(3),
        row.getLong(4));
  }

  /// What is shown of a campaign's first letter and its oldest one.
  record Beginning(long letter, String subject, String snippet, Instant received) {}

  List<Beginning> beginnings(Collection<Long> letters) {
    MailboxScope scope = MailboxScope.current();
    return database
        .sql(
            "SELECT letter_id, subject, snippet, received FROM draft WHERE letter_id IN (:letters)"
                + scope.and("mailbox"))
        .param("scope", scope.parameter())
        .param("letters", letters)
        .query((row, _) ->
            new Beginning(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4))))
        .list();
  }
}
