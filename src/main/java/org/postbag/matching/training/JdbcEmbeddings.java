package org.postbag.matching.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.database.Database;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/// The table `letter_sense`: embeddings of decided letters.
final class JdbcEmbeddings {
  private final Database database;

  JdbcEmbeddings(Database database) {
    this.database = database;
  }

  /// The embeddings that one model made, by letter.
  Map<Long, Embedding> of(String model) {
    Map<Long, Embedding> embeddings = new HashMap<>();
    database
        .sql("SELECT letter_id, sense FROM letter_sense WHERE model = :model")
        .param("model", model)
        .query(row -> {
          embeddings.put(row.getLong(1), Embedding.ofBytes(row.getBytes(2)));
        });
    return embeddings;
  }

  /// Keeps one model's embeddings, in place of those of another model.
  void keep(String model, Map<Long, Embedding> embeddings) {
    List<MapSqlParameterSource> rows = new ArrayList<>();
    embeddings.forEach((letter, embedding) ->
        rows.add(
            new MapSqlParameterSource("letter", letter)
                .addValue("model", model)
                .addValue("sense", embedding.toBytes())));
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
