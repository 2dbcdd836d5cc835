package org.postbag.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.ledger.State;
import tools.jackson.databind.json.JsonMapper;

/// The table `draft`: lists and counts.
final class JdbcLists {
  /// A condition on `draft d`: no person has done anything with the letter.
  private static final String UNTOUCHED =
      """
        AND NOT EXISTS (
          SELECT 1 FROM ledger_entry e
          WHERE e.letter_id = d.letter_id AND e.actor <> 'postbag')
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

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
    StringBuilder sql = new StringBuilder(DraftColumns.SELECT).append("WHERE 1 = 1");
    filter.state().ifPresent(_ -> sql.append(" AND s.state = :state"));
    filter.topic().ifPresent(_ -> sql.append(" AND d.topic = :topic"));
    filter.campaign().ifPresent(_ -> sql.append(" AND d.campaign = :campaign"));
    filter.before().ifPresent(_ -> sql.append(" AND d.letter_id < :before"));
    filter.after().ifPresent(_ -> sql.append(" AND d.letter_id > :after"));
    sql.append(letters.isEmpty() ? "" : " AND d.letter_id IN (:letters)");
    sql.append(" ORDER BY d.letter_id ").append(filter.after().isPresent() ? "ASC" : "DESC");
    sql.append(" LIMIT :limit");
    return database
        .sql(sql.toString())
        .param("state", filter.state().map(State::label).orElse(null))
        .param("topic", filter.topic().map(TopicId::value).orElse(null))
        .param("campaign", filter.campaign().orElse(null))
        .param("before", filter.before().orElse(null))
        .param("after", filter.after().orElse(null))
        .param("letters", letters)
        .param("limit", filter.limit())
        .query((row, _) -> DraftColumns.item(row, JSON))
        .list();
  }

  List<Group> groups() {
    return database
        .sql(
            """
            SELECT s.state, d.topic, count(*)
            FROM letter_state s JOIN draft d ON d.letter_id = s.letter_id
            GROUP BY s.state, d.topic ORDER BY count(*) DESC, d.topic
            """)
        .query((row, _) ->
            new Group(
                DraftColumns.state(row.getString(1)),
                Optional.ofNullable(row.getString(2)).map(TopicId::new),
                row.getLong(3)))
        .list();
  }

  List<Group> groups(State state) {
    return database
        .sql(
            """
            SELECT d.topic, count(*)
            FROM letter_state s JOIN draft d ON d.letter_id = s.letter_id
            WHERE s.state = :state
            GROUP BY d.topic ORDER BY count(*) DESC, d.topic
            """)
        .param("state", state.label())
        .query((row, _) ->
            new Group(
                state, Optional.ofNullable(row.getString(1)).map(TopicId::new), row.getLong(2)))
        .list();
  }

  /// Campaigns with at least two letters waiting on one topic, the largest first.
  List<CampaignGroup> campaigns(int limit) {
    return database
        .sql(
            """
            SELECT d.campaign, d.topic, count(*), max(f.subject), max(f.snippet)
            FROM draft d
              JOIN letter_state s ON s.letter_id = d.letter_id
              JOIN draft f ON f.letter_id = d.campaign
            WHERE s.state = 'waiting' AND d.campaign IS NOT NULL AND d.topic IS NOT NULL
            GROUP BY d.campaign, d.topic HAVING count(*) > 1
            ORDER BY count(*) DESC, d.campaign LIMIT :limit
            """)
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
            SELECT d.letter_id FROM draft d JOIN letter_state s ON s.letter_id = d.letter_id
            WHERE s.state = :state AND d.letter_id > :after
            """
                + UNTOUCHED
                + "ORDER BY d.letter_id LIMIT :limit")
        .param("state", state.label())
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  boolean isUntouched(long letter) {
    return database
        .sql("SELECT 1 FROM draft d WHERE d.letter_id = :letter\n" + UNTOUCHED)
        .param("letter", letter)
        .query(Integer.class)
        .optional()
        .isPresent();
  }
}
