package org.postbag.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.postbag.database.Database;

/// The table `mailbox_cursor`: how far each folder has been read.
final class JdbcCursors {
  private final Database database;

  JdbcCursors(Database database) {
    this.database = database;
  }

  Optional<Cursor> find(String mailbox, String folder) {
    return database
        .sql("SELECT * FROM mailbox_cursor WHERE mailbox = :mailbox AND folder = :folder")
        .param("mailbox", mailbox)
        .param("folder", folder)
        .query(JdbcCursors::cursor)
        .optional();
  }

  /// When two nodes start at once, the first row stays.
  void insert(Cursor cursor) {
    database
        .sql(
            """
            INSERT INTO mailbox_cursor (mailbox, folder, uid_validity, last_uid, since,
              skipped_to, imported_to, renumbered_to)
            VALUES (:mailbox, :folder, :uidValidity, :lastUid, :since,
              :skippedTo, :importedTo, :renumberedTo)
            ON CONFLICT (mailbox, folder) DO NOTHING
            """)
        .param("mailbox", cursor.mailbox())
        .param("folder", cursor.folder())
        .param("uidValidity", cursor.uidValidity())
        .param("lastUid", cursor.lastUid())
        .param("since", cursor.since().toEpochMilli())
        .param("skippedTo", cursor.skippedTo())
        .param("importedTo", cursor.importedTo())
        .param("renumberedTo", cursor.renumberedTo())
        .update();
  }

  /// Moves the cursor if it is still where it was when the letters were read.
  boolean advance(Cursor before, Cursor after) {
    return database
            .sql(
                """
                UPDATE mailbox_cursor
                SET uid_validity = :uidValidity, last_uid = :lastUid, skipped_to = :skippedTo,
                  imported_to = :importedTo, renumbered_to = :renumberedTo
                WHERE mailbox = :mailbox AND folder = :folder
                  AND uid_validity = :uidValidityBefore AND last_uid = :lastUidBefore
                """)
            .param("uidValidity", after.uidValidity())
            .param("lastUid", after.lastUid())
            .param("skippedTo", after.skippedTo())
            .param("importedTo", after.importedTo())
            .param("renumberedTo", after.renumberedTo())
            .param("mailbox", before.mailbox())
            .param("folder", before.folder())
            .param("uidValidityBefore", before.uidValidity())
            .param("lastUidBefore", before.lastUid())
            .update()
        == 1;
  }

  /// Removes the folder's places and gaps: the server has given new UIDs, perhaps even under the
  /// same UIDVALIDITY.
  void forgetPlaces(Cursor cursor) {
    database
        .sql(
            """
            UPDATE letter SET uid = -id
            WHERE mailbox = :mailbox AND folder = :folder AND uid_validity = :uidValidity
            """)
        .param("mailbox", cursor.mailbox())
        .param("folder", cursor.folder())
        .param("uidValidity", cursor.uidValidity())
        .update();
    delete("DELETE FROM letter_place WHERE mailbox = :mailbox AND folder = :folder", cursor);
    delete("DELETE FROM mailbox_gap WHERE mailbox = :mailbox AND folder = :folder", cursor);
  }

  private void delete(String sql, Cursor cursor) {
    database.sql(sql).param("mailbox", cursor.mailbox()).param("folder", cursor.folder()).update();
  }

  Set<Long> places(Cursor cursor) {
    return database
        .sql(
            """
            SELECT uid FROM letter_place
            WHERE mailbox = :mailbox AND folder = :folder AND uid_validity = :uidValidity
            """)
        .param("mailbox", cursor.mailbox())
        .param("folder", cursor.folder())
        .param("uidValidity", cursor.uidValidity())
        .query((row, _) -> row.getLong(1))
        .set();
  }

  private static Cursor cursor(ResultSet row, int number) throws SQLException {
    return new Cursor(
        row.getString("mailbox"),
        row.getString("folder"),
        row.getLong("uid_validity"),
        row.getLong("last_uid"),
        Instant.ofEpochMilli(row.getLong("since")),
        row.getLong("skipped_to"),
        row.getLong("imported_to"),
        row.getLong("renumbered_to"));
  }
}
