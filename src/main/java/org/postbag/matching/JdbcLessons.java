package org.postbag.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.ledger.Entry;
import tools.jackson.databind.json.JsonMapper;

/// The rows of decisions on topics and of what was learned from them.
final class JdbcLessons {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// What was said behind three times the same `seq`; no topic: none fits.
  private static final String SAID =
      ("SELECT d.letter_id, d.topic, e.seq FROM ledger_entry e"
              + " JOIN draft d ON d.letter_id = e.letter_id"
              + " WHERE e.seq > ? AND e.to_state = 'sending' AND d.topic IS NOT NULL"
              + " UNION ALL"
              + " SELECT e.letter_id, CASE e.why WHEN '%1$s' THEN NULL ELSE substr(e.why, %3$d) END,"
              + " e.seq FROM ledger_entry e"
              + " WHERE e.seq > ? AND e.actor <> 'postbag' AND e.to_state = 'needsPerson'"
              + " AND (e.why = '%1$s' OR e.why LIKE '%2$s%%')"
              + " UNION ALL"
              + " SELECT d.letter_id, d.topic, e.seq FROM ledger_entry e"
              + " JOIN draft d ON d.letter_id = e.letter_id"
              + " WHERE e.seq > ? AND e.actor <> 'postbag' AND e.to_state = 'closed'"
              + " AND EXISTS (SELECT 1 FROM ledger_entry c WHERE c.letter_id = e.letter_id"
              + " AND c.seq < e.seq AND c.why = '%2$s' || d.topic)")
          .formatted(Entry.NO_TOPIC, Entry.TOPIC, Entry.TOPIC.length() + 1);

  private final Database database;

  JdbcLessons(Database database) {
    this.database = database;
  }

  /// A person's word on one letter.
  record Decided(long letter, Optional<TopicId> topic) {}

  void add(long letter, Optional<TopicId> topic, Instant at) {
    database
        .sql("INSERT INTO topic_decision (letter_id, topic, at) VALUES (?, ?, ?)")
        .param(letter)
        .param(topic.map(TopicId::value).orElse(null))
        .param(at.toEpochMilli())
        .update();
  }

  /// Takes over from the ledger what people said of topics: by a reply that began to leave (an
  /// approval that can still be undone is not yet a decision), by choosing a topic that has no
  /// reply, by choosing one and closing the letter, or by saying that none fits.
  void collectDecisions(Instant at) {
    long from = takenOverTo();
    if (saidAfter(from)) {
      database.doInTransaction(() -> collectDecisions(from, at));
    }
  }

  private void collectDecisions(long from, Instant at) {
    database
        .sql(
            "INSERT INTO topic_decision (letter_id, topic, at, ledger_seq)"
                + " SELECT letter_id, topic, ?, seq FROM ("
                + SAID
                + ") said WHERE seq > 0 ORDER BY seq ON CONFLICT (ledger_seq) DO NOTHING")
        .params(at.toEpochMilli(), from, from, from)
        .update();
  }

  private long takenOverTo() {
    return database
        .sql("SELECT COALESCE(MAX(ledger_seq), 0) FROM topic_decision")
        .query(Long.class)
        .single();
  }

  private boolean saidAfter(long seq) {
    return database
        .sql("SELECT 1 FROM (" + SAID + ") said LIMIT 1")
        .params(seq, seq, seq)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /// The last word on each letter as of one decision; the newest letters, at most `limit`.
  List<Decided> upTo(long decision, int limit) {
    return database
        .sql(
            "SELECT d.letter_id, d.topic FROM topic_decision d"
                + " WHERE d.id = (SELECT MAX(l.id) FROM topic_decision l"
                + "   WHERE l.letter_id = d.letter_id AND l.id <= ?)"
                + " ORDER BY d.id DESC LIMIT ?")
        .params(decision, limit)
        .query(JdbcLessons::decided)
        .list();
  }

  private static Decided decided(ResultSet row, int number) throws SQLException {
    return new Decided(
        row.getLong("letter_id"), Optional.ofNullable(row.getString("topic")).map(TopicId::new));
  }

  /// The number of the last decision, 0 before the first.
  long last() {
    return database
        .sql("SELECT COALESCE(MAX(id), 0) FROM topic_decision")
        .query(Long.class)
        .single();
  }

  /// The last decision that any lesson was learned from, also one that was taken back.
  long lastTaught() {
    return database
        .sql("SELECT COALESCE(MAX(up_to), 0) FROM topic_lesson")
        .query(Long.class)
        .single();
  }

  /// For each topic the decided letters, and those for which the program had said the same.
  Map<TopicId, Tally> tallies() {
    Map<TopicId, Tally> tallies = new TreeMap<>();
    database
        .sql(
            "SELECT t.topic, d.match FROM topic_decision t JOIN draft d ON d.letter_id = t.letter_id"
                + " WHERE t.topic IS NOT NULL AND t.id = (SELECT MAX(l.id) FROM topic_decision l"
                + "   WHERE l.letter_id = t.letter_id)")
        .query(row -> {
          TopicId topic = new TopicId(row.getString(1));
          Match match = JSON.readValue(row.getString(2), Match.class);
          int right = match.topic().equals(Optional.of(topic)) ? 1 : 0;
          tallies.merge(
              topic,
              new Tally(1, right),
              (a, b) -> new Tally(a.decided() + b.decided(), a.recognised() + b.recognised()));
        });
    return tallies;
  }

  /// The letters of which the last word was that no topic fits.
  Set<Long> onNoTopic() {
    return Set.copyOf(
        database
            .sql(
                "SELECT d.letter_id FROM topic_decision d WHERE d.topic IS NULL"
                    + " AND d.id = (SELECT MAX(l.id) FROM topic_decision l"
                    + "   WHERE l.letter_id = d.letter_id)")
            .query(Long.class)
            .list());
  }

  /// How many letters were decided after one decision.
  long since(long decision) {
    return database
        .sql("SELECT COUNT(DISTINCT letter_id) FROM topic_decision WHERE id > ?")
        .param(decision)
        .query(Long.class)
        .single();
  }

  void add(Learning.Version version) {
    database
        .sql("INSERT INTO topic_lesson (up_to, examples, accuracy, at) VALUES (?, ?, ?, ?)")
        .params(version.upTo(), version.examples(), version.accuracy(), version.at().toEpochMilli())
        .update();
  }

  /// The lesson in force.
  Optional<Learning.Version> current() {
    return database
        .sql("SELECT * FROM topic_lesson WHERE undone = 0 ORDER BY id DESC LIMIT 1")
        .query(JdbcLessons::version)
        .optional();
  }

  private static Learning.Version version(ResultSet row, int number) throws SQLException {
    return new Learning.Version(
        row.getLong("up_to"),
        row.getInt("examples"),
        row.getDouble("accuracy"),
        Instant.ofEpochMilli(row.getLong("at")));
  }

  /// Takes the lesson in force back; false when there is none.
  boolean undo() {
    return database
            .sql(
                "UPDATE topic_lesson SET undone = 1 WHERE id ="
                    + " (SELECT MAX(id) FROM topic_lesson WHERE undone = 0)")
            .update()
        == 1;
  }
}
