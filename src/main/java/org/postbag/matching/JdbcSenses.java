package org.postbag.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;
import org.postbag.matching.meaning.Sense;

/// The rows of what decided letters mean.
final class JdbcSenses {
  private final Database database;

  JdbcSenses(Database database) {
    this.database = database;
  }

  /// By the letters' numbers, all that one model made.
  Map<Long, Sense> of(String model) {
    Map<Long, Sense> senses = new HashMap<>();
    database
        .sql("SELECT letter_id, sense FROM letter_sense WHERE model = ?")
        .param(model)
        .query(row -> {
          senses.put(row.getLong(1), Sense.ofBytes(row.getBytes(2)));
        });
    return senses;
  }

  /// Keeps what letters mean to one model, in place of what another made of them.
  void keep(String model, Map<Long, Sense> senses) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    senses.forEach(
        (letter, sense) -> rows.add(new @Nullable Object[] {letter, model, sense.toBytes()}));
    database.doInTransaction(() ->
        database.batch(
            "INSERT INTO letter_sense (letter_id, model, sense) VALUES (?, ?, ?)"
                + " ON CONFLICT (letter_id) DO UPDATE"
                + " SET model = excluded.model, sense = excluded.sense",
            rows));
  }

  void forget(Collection<Long> letters) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    letters.forEach(letter -> rows.add(new @Nullable Object[] {letter}));
    database.doInTransaction(
        () -> database.batch("DELETE FROM letter_sense WHERE letter_id = ?", rows));
  }
}
