package org.postbag.matching.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;

/// The tables `topic_decision` and `topic_lesson`: decisions of staff on topics, and the models
/// trained on them.
final class JdbcModels {
  private final Database database;
  private final JdbcLedgerDecisions decisions;

  JdbcModels(Database database) {
    this.database = database;
    this.decisions = new JdbcLedgerDecisions(database);
  }

  /// The decision on one letter; no topic: none fits.
  record Decided(long letter, Optional<TopicId> topic) {}

  void add(long letter, Optional<TopicId> topic, Instant at) {
    database
        .sql("INSERT INTO topic_decision (letter_id, topic, at) VALUES (:letter, :topic, :at)")
        .param("letter", letter)
        .param("topic", topic.map(TopicId::value).orElse(null))
        .param("at", at.toEpochMilli())
        .update();
  }

  /// Copies the decisions in the ledger that are not here yet.
  void collectDecisions(Instant at) {
    decisions.collect(at);
  }

  /// The last decision on each letter, up to a given one; the newest first, at most `limit`.
  List<Decided> upTo(long decision, int limit) {
    return database
        .sql(
            """
            SELECT d.letter_id, d.topic FROM topic_decision d
            WHERE d.id = (
              SELECT max(l.id) FROM topic_decision l
              WHERE l.letter_id = d.letter_id AND l.id <= :last)
            ORDER BY d.id DESC LIMIT :limit
            """)
        .param("last", decision)
        .param("limit", limit)
        .query(JdbcModels::decided)
        .list();
  }

  private static Decided decided(ResultSet row, int number) throws SQLException {
    return new Decided(
        row.getLong("letter_id"), Optional.ofNullable(row.getString("topic")).map(TopicId::new));
  }

  /// The number of the last decision, 0 before the first.
  long last() {
    return number("SELECT coalesce(max(id), 0) FROM topic_decision");
  }

  /// The last decision that any model was trained on, including withdrawn models.
  long lastTrained() {
    return number("SELECT coalesce(max(up_to), 0) FROM topic_lesson");
  }

  /// Whether there has been any model, withdrawn ones included.
  boolean haveBeenTrained() {
    return number("SELECT count(*) FROM topic_lesson") > 0;
  }

  private long number(String sql) {
    return database.sql(sql).query(Long.class).single();
  }

  /// For each topic, what staff decided against what had been proposed.
  Map<TopicId, Agreement> agreements() {
    Map<TopicId, Agreement> agreements = new TreeMap<>();
    database
        .sql(
            """
            SELECT t.topic, d.matched, d.abstained, d.edited, count(*)
            FROM topic_decision t JOIN draft d ON d.letter_id = t.letter_id
            WHERE t.id = (
              SELECT max(l.id) FROM topic_decision l WHERE l.letter_id = t.letter_id)
            GROUP BY t.topic, d.matched, d.abstained, d.edited
            """)
        .query(row -> {
          add(
              agreements,
              topic(row.getString(1)),
              topic(row.getString(2)),
              row.getInt(3) != 0,
              row.getInt(4) != 0,
              row.getInt(5));
        });
    return agreements;
  }

  private static Optional<TopicId> topic(@Nullable String name) {
    return Optional.ofNullable(name).map(TopicId::new);
  }

  private static void add(
      Map<TopicId, Agreement> agreements,
      Optional<TopicId> decided,
      Optional<TopicId> matched,
      boolean abstained,
      boolean edited,
      int letters) {
    int right = decided.isPresent() && matched.equals(decided) ? letters : 0;
    decided.ifPresent(topic ->
        agreements.merge(
            topic, new Agreement(letters, right, 0, 0, abstained ? right : 0), Agreement::plus));
    matched
        .filter(_ -> !abstained)
        .ifPresent(topic ->
            agreements.merge(
                topic,
                new Agreement(0, 0, letters, edited ? right / 2.0 : right, 0),
                Agreement::plus));
  }

  /// The letters whose last decision was that no topic fits.
  Set<Long> onNoTopic() {
    return Set.copyOf(
        database
            .sql(
                """
                SELECT d.letter_id FROM topic_decision d
                WHERE d.topic IS NULL AND d.id = (
                  SELECT max(l.id) FROM topic_decision l WHERE l.letter_id = d.letter_id)
                """)
            .query(Long.class)
            .list());
  }

  /// How many letters were decided after a decision.
  long since(long decision) {
    return database
        .sql("SELECT count(DISTINCT letter_id) FROM topic_decision WHERE id > :decision")
        .param("decision", decision)
        .query(Long.class)
        .single();
  }

  void add(TrainingService.Version version) {
    database
        .sql(
            """
            INSERT INTO topic_lesson (up_to, examples, accuracy, at)
            VALUES (:upTo, :examples, :accuracy, :at)
            """)
        .param("upTo", version.upTo())
        .param("examples", version.examples())
        .param("accuracy", version.accuracy())
        .param("at", version.at().toEpochMilli())
        .update();
  }

  /// The current model.
  Optional<TrainingService.Version> current() {
    return database
        .sql("SELECT * FROM topic_lesson WHERE undone = 0 ORDER BY id DESC LIMIT 1")
        .query(JdbcModels::version)
        .optional();
  }

  private static TrainingService.Version version(ResultSet row, int number) throws SQLException {
    return new TrainingService.Version(
        row.getLong("up_to"),
        row.getInt("examples"),
        row.getDouble("accuracy"),
        Instant.ofEpochMilli(row.getLong("at")));
  }

  /// Withdraws the current model; false when there is none.
  boolean undo() {
    return database
            .sql(
                """
                UPDATE topic_lesson SET undone = 1
                WHERE id = (SELECT max(id) FROM topic_lesson WHERE undone = 0)
                """)
            .update()
        == 1;
  }
}
