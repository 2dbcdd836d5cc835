package org.postbag.past;

import java.time.Instant;
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
                Instant.ofEpochMilli(row.getLong("since"))))
        .optional();
  }

  void put(PastCursor cursor) {
    database
        .sql(
            """
            INSERT INTO past_cursor (source, folder, epoch, place, since)
            VALUES (:source, :folder, :epoch, :place, :since)
            ON CONFLICT (source, folder)
            DO UPDATE SET epoch = :epoch, place = :place, since = :since
            """)
        .param("source", cursor.source())
        .param("folder", cursor.folder())
        .param("epoch", cursor.epoch())
        .param("place", cursor.place())
        .param("since", cursor.since().toEpochMilli())
        .update();
  }
}
