package org.postbag.upkeep.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.postbag.database.Database;
import org.postbag.ledger.State;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/// The tables `daily_figure`, `daily_reply_time` and `figure_place`.
final class JdbcFigures {
  private final Database database;

  JdbcFigures(Database database) {
    this.database = database;
  }

  boolean isBehind() {
    return database
        .sql(
            """
            SELECT h.seq > p.seq FROM ledger_head h JOIN figure_place p ON p.id = h.id WHERE h.id = 1
            """)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /// Holds the place until the transaction ends.
  long lockPlace() {
    return database
        .sql("UPDATE figure_place SET seq = seq WHERE id = 1 RETURNING seq")
        .query(Long.class)
        .single();
  }

  void moveTo(long seq) {
    database.sql("UPDATE figure_place SET seq = :seq WHERE id = 1").param("seq", seq).update();
  }

  /// The last of the next entries, decisions about the office as a whole among them.
  long newestUpTo(long place, int limit) {
    return database
        .sql(
            """
            SELECT max(seq) FROM
              (SELECT seq FROM ledger_entry WHERE seq > :place ORDER BY seq LIMIT :limit) next
            """)
        .param("place", place)
        .param("limit", limit)
        .query((row, _) -> Math.max(place, row.getLong(1)))
        .single();
  }

  List<LedgerLine> after(long place, int limit) {
    return database
        .sql(
            """
            SELECT e.seq, e.at, e.from_state, e.to_state, e.why, l.received,
              coalesce(d.topic, '') AS topic, coalesce(d.matched, '') AS matched, d.edited, d.home
            FROM (SELECT * FROM ledger_entry WHERE seq > :place ORDER BY seq LIMIT :limit) e
            JOIN letter l ON l.id = e.letter_id
            LEFT JOIN draft d ON d.letter_id = e.letter_id
            """)
        .param("place", place)
        .param("limit", limit)
        .query(JdbcFigures::line)
        .list();
  }

  private static LedgerLine line(ResultSet row, int number) throws SQLException {
    return new LedgerLine(
        row.getLong("seq"),
        Instant.ofEpochMilli(row.getLong("at")),
        state(row.getString("from_state")),
        state(row.getString("to_state")),
        row.getString("why"),
        Instant.ofEpochMilli(row.getLong("received")),
        row.getString("topic"),
        row.getString("matched"),
        row.getInt("edited") == 1,
        home(row.getString("home")));
  }

  private static State state(String label) {
    return State.of(label).orElse(State.NEEDS_PERSON);
  }

  private static Optional<Event> home(@org.jspecify.annotations.Nullable String word) {
    return switch (word == null ? "" : word) {
      case "here" -> Optional.of(Event.HOME_HERE);
      case "elsewhere" -> Optional.of(Event.HOME_ELSEWHERE);
      case "not-said" -> Optional.of(Event.HOME_NOT_SAID);
      default -> Optional.empty();
    };
  }

  void addEvents(Map<Sums.Key, Long> sums) {
    database.batch(
        """
        INSERT INTO daily_figure (day, topic, what, n) VALUES (:day, :topic, :what, :n)
        ON CONFLICT (day, topic, what) DO UPDATE SET n = daily_figure.n + excluded.n
        """,
        parameters(sums, what -> what));
  }

  void addTimes(Map<Sums.Key, Long> sums) {
    database.batch(
        """
        INSERT INTO daily_reply_time (day, topic, step, n) VALUES (:day, :topic, :what, :n)
        ON CONFLICT (day, topic, step) DO UPDATE SET n = daily_reply_time.n + excluded.n
        """,
        parameters(sums, Integer::valueOf));
  }

  private static List<MapSqlParameterSource> parameters(
      Map<Sums.Key, Long> sums, Function<String, Object> what) {
    return sums.entrySet().stream()
        .map(sum ->
            new MapSqlParameterSource("day", sum.getKey().day())
                .addValue("topic", sum.getKey().topic())
                .addValue("what", what.apply(sum.getKey().what()))
                .addValue("n", sum.getValue()))
        .toList();
  }

  Map<String, EventCounts> byTopic(Period period) {
    Map<String, Map<Event, Long>> found = new TreeMap<>();
    database
        .sql(
            """
            SELECT topic, what, sum(n) FROM daily_figure
            WHERE day BETWEEN :from AND :to GROUP BY topic, what
            """)
        .param("from", period.from().toEpochDay())
        .param("to", period.to().toEpochDay())
        .query((row, _) -> add(found, row.getString(1), row.getString(2), row.getLong(3)))
        .list();
    return counts(found, new TreeMap<>());
  }

  Map<LocalDate, EventCounts> byDay(Period period) {
    Map<LocalDate, Map<Event, Long>> found = new TreeMap<>();
    database
        .sql(
            """
            SELECT day, what, sum(n) FROM daily_figure
            WHERE day BETWEEN :from AND :to GROUP BY day, what
            """)
        .param("from", period.from().toEpochDay())
        .param("to", period.to().toEpochDay())
        .query((row, _) ->
            add(found, LocalDate.ofEpochDay(row.getLong(1)), row.getString(2), row.getLong(3)))
        .list();
    return counts(found, new TreeMap<>());
  }

  private static <K> boolean add(Map<K, Map<Event, Long>> found, K key, String what, long n) {
    found.computeIfAbsent(key, _ -> new EnumMap<>(Event.class)).merge(Event.of(what), n, Long::sum);
    return true;
  }

  private static <K> Map<K, EventCounts> counts(
      Map<K, Map<Event, Long>> found, Map<K, EventCounts> into) {
    found.forEach((key, counts) -> into.put(key, new EventCounts(counts)));
    return into;
  }

  Map<String, ReplyTime> replyTimes(Period period) {
    Map<String, Map<Integer, Long>> found = new TreeMap<>();
    database
        .sql(
            """
            SELECT topic, step, sum(n) FROM daily_reply_time
            WHERE day BETWEEN :from AND :to GROUP BY topic, step
            """)
        .param("from", period.from().toEpochDay())
        .param("to", period.to().toEpochDay())
        .query((row, _) ->
            found
                .computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                .put(row.getInt(2), row.getLong(3)))
        .list();
    Map<String, ReplyTime> times = new TreeMap<>();
    found.forEach((topic, steps) -> times.put(topic, new ReplyTime(steps)));
    return times;
  }

  /// Of sums that are above 0: what was undone on the same day never happened.
  Map<String, LocalDate> lastDay(Event event) {
    Map<String, LocalDate> days = new HashMap<>();
    database
        .sql(
            """
            SELECT topic, max(day) FROM daily_figure WHERE what = :what AND n > 0 GROUP BY topic
            """)
        .param("what", event.word())
        .query((row, _) -> days.put(row.getString(1), LocalDate.ofEpochDay(row.getLong(2))))
        .list();
    return days;
  }

  /// By day and topic.
  Map<LocalDate, Map<String, EventCounts>> all(Period period) {
    Map<LocalDate, Map<String, Map<Event, Long>>> found = new TreeMap<>();
    database
        .sql("SELECT day, topic, what, n FROM daily_figure WHERE day BETWEEN :from AND :to")
        .param("from", period.from().toEpochDay())
        .param("to", period.to().toEpochDay())
        .query((row, _) ->
            add(
                found.computeIfAbsent(LocalDate.ofEpochDay(row.getLong(1)), _ -> new TreeMap<>()),
                row.getString(2),
                row.getString(3),
                row.getLong(4)))
        .list();
    Map<LocalDate, Map<String, EventCounts>> days = new TreeMap<>();
    found.forEach((day, topics) -> days.put(day, counts(topics, new TreeMap<>())));
    return days;
  }

  /// When the oldest letter in that state came.
  Optional<Instant> oldest(State state) {
    return database
        .sql(
            """
            SELECT l.received
            FROM (SELECT letter_id FROM letter_state WHERE state = :state ORDER BY letter_id LIMIT 1) s
            JOIN letter l ON l.id = s.letter_id
            """)
        .param("state", state.label())
        .query((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
        .optional();
  }
}
