package org.postbag.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.MailboxScope;
import org.postbag.ledger.State;

/// The tables `draft` and `letter_state`: lists and counts.
final class JdbcLists {
  /// A condition on `letter_state s`: no person has done anything with the letter.
  private static final String UNTOUCHED =
      """
        AND NOT EXISTS (
          SELECT 1 FROM ledger_entry e
          WHERE e.letter_id = s.letter_id AND e.actor <> 'postbag')
      """;

  /// How many letters found by their words one statement reads.
  private static final int FOUND_AT_ONCE = 500;

  private final Database database;
  private final WordSearch search;

  JdbcLists(Database database, WordSearch search) {
    this.database = database;
    this.search = search;
  }

  List<QueueItem> page(Filter filter) {
    return filter.words().isPresent()
        ? found(filter, filter.words().get())
        : rows(filter, List.of());
  }

  /// Reads on through the letters with those words until the page is full.
  private List<QueueItem> found(Filter filter, String words) {
    boolean newestFirst = filter.after().isEmpty();
    long above = filter.after().orElse(0L);
    long below = filter.before().orElse(Long.MAX_VALUE);
    List<QueueItem> items = new ArrayList<>();
    List<Long> letters = search.find(words, above, below, newestFirst, FOUND_AT_ONCE);
    while (!letters.isEmpty() && items.size() < filter.limit()) {
      items.addAll(rows(filter, letters));
      above = newestFirst ? above : letters.getLast();
      below = newestFirst ? letters.getLast() : below;
      letters =
          letters.size() < FOUND_AT_ONCE
              ? List.of()
              : search.find(words, above, below, newestFirst, FOUND_AT_ONCE);
    }
    return items.subList(0, Math.min(items.size(), filter.limit()));
  }

  private List<QueueItem> rows(Filter filter, List<Long> letters) {
    FilterClauses clauses = FilterClauses.of(filter);
    return database
        .sql(
            DraftColumns.SELECT_ALL
                + clauses.from()
                + clauses.conditions()
                + (letters.isEmpty() ? "" : " AND s.letter_id IN (:letters)")
                + clauses.order())
        .params(clauses.parameters())
        .param("letters", letters)
        .param("limit", filter.limit())
        .query(DraftColumns::item)
        .list();
  }

  /// How many letters there are, counted to `most` and no further.
  long count(Filter filter, int most) {
    FilterClauses clauses = FilterClauses.of(filter);
    return database
        .sql(
            "SELECT count(*) FROM (SELECT 1 "
                + clauses.from()
                + clauses.conditions()
                + " LIMIT :limit) counted")
        .params(clauses.parameters())
        .param("limit", most)
        .query(Long.class)
        .single();
  }

  /// The letters of that state and topic in which somebody may need help at once, the oldest first.
  List<QueueItem> urgent(State state, Optional<TopicId> topic, int limit) {
    MailboxScope scope = MailboxScope.current();
    return database
        .sql(
            DraftColumns.SELECT_ALL
                + "FROM letter_state s CROSS JOIN draft d"
                + " WHERE d.letter_id = s.letter_id AND s.state = :state AND s.priority = 0"
                + (topic.isPresent() ? " AND s.topic = :topic" : "")
                + scope.and("s.mailbox")
                + " ORDER BY s.letter_id LIMIT :limit")
        .param("state", state.label())
        .param("topic", topic.map(TopicId::value).orElse(null))
        .param("scope", scope.parameter())
        .param("limit", limit)
        .query(DraftColumns::item)
        .list();
  }

  List<Group> groups() {
    return groups("");
  }

  private List<Group> groups(String condition) {
    MailboxScope scope = MailboxScope.current();
    return database
        .sql(
            "SELECT state, topic, sum(n) FROM state_count WHERE n > 0"
                + condition
                + scope.and("mailbox")
                + " GROUP BY state, topic HAVING sum(n) > 0 ORDER BY sum(n) DESC, topic")
        .param("scope", scope.parameter())
        .query(JdbcLists::group)
        .list();
  }

  List<Group> groups(State state) {
    return groups(" AND state = '" + state.label() + "'");
  }

  private static Group group(ResultSet row, int number) throws SQLException {
    return new Group(
        DraftColumns.state(row.getString(1)),
        Optional.of(row.getString(2)).filter(topic -> !topic.isEmpty()).map(TopicId::new),
        row.getLong(3));
  }

  /// Campaigns with at least two letters waiting on one topic, the largest first.
  List<CampaignGroup> campaigns(int limit) {
    MailboxScope scope = MailboxScope.current();
    return database
        .sql(
            """
            SELECT g.campaign, g.topic, g.n, coalesce(f.subject, ''), coalesce(f.snippet, '')
            FROM (SELECT campaign, topic, count(*) AS n FROM letter_state
                WHERE state = 'waiting' AND campaign > 0 AND topic <> ''%s
                GROUP BY campaign, topic HAVING count(*) > 1
                ORDER BY n DESC, campaign LIMIT :limit) g
              LEFT JOIN draft f ON f.letter_id = g.campaign%s
            ORDER BY g.n DESC, g.campaign
            """
                .formatted(scope.and("mailbox"), scope.and("f.mailbox")))
        .param("scope", scope.parameter())
        .param("limit", limit)
        .query((row, _) ->
            new CampaignGroup(
                row.getLong(1),
                new TopicId(row.getString(2)),
                row.getLong(3),
                row.getString(4),
                row.getString(5)))
        .list();
  }

  /// Letters that a new topic or classifier may match again: undecided, and touched by no person.
  List<Long> untouched(State state, long after, int limit) {
    return database
        .sql(
            """
            SELECT s.letter_id FROM letter_state s
            WHERE s.state = :state AND s.letter_id > :after
            """
                + UNTOUCHED
                + "ORDER BY s.letter_id LIMIT :limit")
        .param("state", state.label())
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  boolean isUntouched(long letter) {
    return database
        .sql("SELECT 1 FROM letter_state s WHERE s.letter_id = :letter\n" + UNTOUCHED)
        .param("letter", letter)
        .query(Integer.class)
        .optional()
        .isPresent();
  }
}
