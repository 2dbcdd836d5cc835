package org.postbag.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.ledger.State;
import tools.jackson.databind.json.JsonMapper;

/// The drafts' rows in lists and sums.
final class JdbcLists {
  /// A condition on `draft d`: no person has done anything with the letter.
  private static final String UNTOUCHED =
      " AND NOT EXISTS (SELECT 1 FROM ledger_entry e"
          + " WHERE e.letter_id = d.letter_id AND e.actor <> 'postbag')";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Letters found by their words that one statement asks for.
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

  /// Goes through the letters with those words until the page is full.
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
    List<Object> values = new ArrayList<>();
    StringBuilder sql = new StringBuilder(DraftColumns.SELECT).append(" WHERE 1 = 1");
    filter.state().ifPresent(s -> and(sql, values, "s.state = ?", s.label()));
    filter.topic().ifPresent(t -> and(sql, values, "d.topic = ?", t.value()));
    filter.campaign().ifPresent(c -> and(sql, values, "d.campaign = ?", c));
    filter.before().ifPresent(b -> and(sql, values, "d.letter_id < ?", b));
    filter.after().ifPresent(a -> and(sql, values, "d.letter_id > ?", a));
    if (!letters.isEmpty()) {
      String places = String.join(", ", Collections.nCopies(letters.size(), "?"));
      sql.append(" AND d.letter_id IN (").append(places).append(')');
      values.addAll(letters);
    }
    sql.append(" ORDER BY d.letter_id ").append(filter.after().isPresent() ? "ASC" : "DESC");
    sql.append(" LIMIT ?");
    values.add(filter.limit());
    return database
        .sql(sql.toString())
        .params(values)
        .query((row, _) -> DraftColumns.item(row, JSON))
        .list();
  }

  private static void and(StringBuilder sql, List<Object> values, String condition, Object value) {
    sql.append(" AND ").append(condition);
    values.add(value);
  }

  List<Pile> piles() {
    return database
        .sql(
            "SELECT s.state, d.topic, count(*) FROM letter_state s"
                + " JOIN draft d ON d.letter_id = s.letter_id"
                + " GROUP BY s.state, d.topic ORDER BY count(*) DESC, d.topic")
        .query((row, _) ->
            new Pile(
                DraftColumns.state(row.getString(1)),
                Optional.ofNullable(row.getString(2)).map(TopicId::new),
                row.getLong(3)))
        .list();
  }

  List<Pile> piles(State state) {
    return database
        .sql(
            "SELECT d.topic, count(*) FROM letter_state s JOIN draft d ON d.letter_id = s.letter_id"
                + " WHERE s.state = ? GROUP BY d.topic ORDER BY count(*) DESC, d.topic")
        .param(state.label())
        .query((row, _) ->
            new Pile(
                state, Optional.ofNullable(row.getString(1)).map(TopicId::new), row.getLong(2)))
        .list();
  }

  /// Campaigns with at least two letters waiting on one topic, the largest first.
  List<CampaignPile> campaigns(int limit) {
    return database
        .sql(
            "SELECT d.campaign, d.topic, count(*), max(f.subject), max(f.snippet) FROM draft d"
                + " JOIN letter_state s ON s.letter_id = d.letter_id"
                + " JOIN draft f ON f.letter_id = d.campaign"
                + " WHERE s.state = 'waiting' AND d.campaign IS NOT NULL AND d.topic IS NOT NULL"
                + " GROUP BY d.campaign, d.topic HAVING count(*) > 1"
                + " ORDER BY count(*) DESC, d.campaign LIMIT ?")
        .param(limit)
        .query((row, _) ->
            new CampaignPile(
                row.getLong(1),
                new TopicId(row.getString(2)),
                row.getLong(3),
                row.getString(4),
                row.getString(5)))
        .list();
  }

  /// Letters of that writer and topic, since then, that have a reply or wait for one.
  long repliesTo(String address, @Nullable String topic, Instant since, long except) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(address);
    values.add(topic);
    values.add(since.toEpochMilli());
    values.add(except);
    return database
        .sql(
            "SELECT count(*) FROM draft d JOIN letter_state s ON s.letter_id = d.letter_id"
                + " WHERE d.from_address = ? AND d.topic = ? AND d.received >= ?"
                + " AND d.letter_id <> ?"
                + " AND s.state IN ('waiting', 'approved', 'sending', 'sent', 'unclear')")
        .params(values)
        .query(Long.class)
        .single();
  }

  long lettersFrom(String address, Instant since) {
    return database
        .sql("SELECT count(*) FROM draft WHERE from_address = ? AND received >= ?")
        .params(address, since.toEpochMilli())
        .query(Long.class)
        .single();
  }

  /// Letters that a new topic or classifier may match again: undecided, and touched by nobody.
  List<Long> untouched(State state, long after, int limit) {
    return database
        .sql(
            "SELECT d.letter_id FROM draft d JOIN letter_state s ON s.letter_id = d.letter_id"
                + " WHERE s.state = ? AND d.letter_id > ?"
                + UNTOUCHED
                + " ORDER BY d.letter_id LIMIT ?")
        .params(state.label(), after, limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  boolean isUntouched(long letter) {
    return database
        .sql("SELECT 1 FROM draft d WHERE d.letter_id = ?" + UNTOUCHED)
        .param(letter)
        .query(Integer.class)
        .optional()
        .isPresent();
  }
}
