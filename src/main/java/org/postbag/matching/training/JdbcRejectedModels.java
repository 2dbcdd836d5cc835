package org.postbag.matching.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postbag.database.Database;

/// The table `refused_lesson`: trained models that were not activated.
final class JdbcRejectedModels {
  private final Database database;

  JdbcRejectedModels(Database database) {
    this.database = database;
  }

  void add(long upTo, RejectedModel rejectedModel) {
    database.doInTransaction(() ->
        database
            .sql(
                """
                INSERT INTO refused_lesson (up_to, why, letters, at)
                VALUES (:upTo, :why, :letters, :at)
                """)
            .param("upTo", upTo)
            .param("why", rejectedModel.why())
            .param(
                "letters",
                rejectedModel.letters().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(" ")))
            .param("at", rejectedModel.at().toEpochMilli())
            .update());
  }

  /// The last one, unless a model was accepted afterwards.
  Optional<RejectedModel> last() {
    return database
        .sql(
            """
            SELECT why, letters, at FROM refused_lesson
            WHERE up_to > (SELECT coalesce(max(up_to), 0) FROM topic_lesson)
            ORDER BY id DESC LIMIT 1
            """)
        .query(JdbcRejectedModels::rejectedModel)
        .optional();
  }

  private static RejectedModel rejectedModel(ResultSet row, int number) throws SQLException {
    List<Long> letters =
        Arrays.stream(row.getString("letters").split(" "))
            .filter(letter -> !letter.isEmpty())
            .map(Long::valueOf)
            .toList();
    return new RejectedModel(
        row.getString("why"), letters, Instant.ofEpochMilli(row.getLong("at")));
  }
}
