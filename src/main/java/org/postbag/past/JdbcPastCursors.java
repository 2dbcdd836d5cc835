package org.postbag.past;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;

/// The table `past_cursor`.
final class JdbcPastCursors {
  private final Database database;

  JdbcPastCursors(Database database) {
    this.database = database;
  }

  Optional<PastCursor> find(String source, String folder) {
    return database
        .sql("SELECT * FROM past_cursor WHERE source = :source AND folder = :folder")
        .param("source", source)
        .param("folder", folder)
        .query((row, _) ->
            new PastCursor(
                source,
                folder,
                row.getLong("epoch"),
                row.getLong("place"),
                Instant.ofEpochMilli(row.getLong("since")),
                row.getLong("seen")))
        .optional();
  }

  void put(PastCursor cursor) {
    database
        .sql(
            """
            INSERT INTO past_cursor (source, folder, epoch, place, since, seen)
            VALUES (:source, :folder, :epoch, :place, :since, :seen)
            ON CONFLICT (source, folder)
            DO UPDATE SET epoch = :epoch, place = :place, since = :since, seen = :seen
            """)
        .param("source", cursor.source())
        .param("folder", cursor.folder())
        .param("epoch", cursor.epoch())
        .param("place", cursor.place())
        .param("since", cursor.since().toEpochMilli())
        .param("seen", cursor.seen())
        .update();
  }

  List<Long> gaps(String source, String folder, long epoch) {
    return database
        .sql(
            """
            SELECT uid FROM past_gap
            WHERE source = :source AND folder = :folder AND epoch = :epoch ORDER BY uid
            """)
        .param("source", source)
        .param("folder", folder)
        .param("epoch", epoch)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  void openGaps(PastCursor place, List<Long> uids) {
    each(
        """
        INSERT INTO past_gap (source, folder, epoch, uid) VALUES (:source, :folder, :epoch, :uid)
        ON CONFLICT (source, folder, epoch, uid) DO NOTHING
        """,
        place,
        uids);
  }

  void settleGaps(PastCursor place, List<Long> uids) {
    if (!gaps(place.source(), place.folder(), place.epoch()).isEmpty()) {
      each(
          """
          DELETE FROM past_gap
          WHERE source = :source AND folder = :folder AND epoch = :epoch AND uid = :uid
          """,
          place,
          uids);
    }
  }

  private void each(String sql, PastCursor place, List<Long> uids) {
    for (long uid : uids) {
      database
          .sql(sql)
          .param("source", place.source())
          .param("folder", place.folder())
          .param("epoch", place.epoch())
          .param("uid", uid)
          .update();
    }
  }
}
