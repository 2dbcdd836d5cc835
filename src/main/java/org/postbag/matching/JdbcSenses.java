package org.postbag.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postbag.database.Database;
import org.postbag.matching.meaning.Sense;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/// The table `letter_sense`: embeddings of decided letters.
final class JdbcSenses {
  private final Database database;

  JdbcSenses(Database database) {
    this.database = database;
  }

  /// The embeddings that one model made, by letter.
  Map<Long, Sense> of(String model) {
    Map<Long, Sense> senses = new HashMap<>();
    database
        .sql("SELECT letter_id, sense FROM letter_sense WHERE model = :model")
        .param("model", model)
        .query(row -> {
          senses.put(row.getLong(1), Sense.ofBytes(row.getBytes(2)));
        });
    return senses;
  }

  /// Keeps one model's embeddings, in place of those of another model.
  void keep(String model, Map<Long, Sense> senses) {
    List<MapSqlParameterSource> rows = new ArrayList<>();
    senses.forEach((letter, sense) ->
        rows.add(
            new MapSqlParameterSource("letter", letter)
                .addValue("model", model)
                .addValue("sense", sense.toBytes())));
    database.doInTransaction(() ->
        database.batch(
            """
            INSERT INTO letter_sense (letter_id, model, sense)
            VALUES (:letter, :model, :sense)
            ON CONFLICT (letter_id) DO UPDATE
            SET model = excluded.model, sense = excluded.sense
            """,
            rows));
  }

  void forget(Collection<Long> letters) {
    List<MapSqlParameterSource> rows =
        letters.stream().map(letter -> new MapSqlParameterSource("letter", letter)).toList();
    database.doInTransaction(
        () -> database.batch("DELETE FROM letter_sense WHERE letter_id = :letter", rows));
  }
}
