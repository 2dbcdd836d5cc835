package org.postbag.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.postbag.database.Database;

/// The cursors' rows.
final class JdbcCursors {
  private final Database database;

  JdbcCursors(Database database) {
    this.database = database;
  }

  Optional<Cursor> find(String mailbox, String folder) {
    return database
        .sql("SELECT * FROM mailbox_cursor WHERE mailbox = ? AND folder = ?")
        .params(mailbox, folder)
        .query(JdbcCursors::cursor)
        .optional();
  }

  /// The first start wins, should two nodes begin at once.
  void insert(Cursor cursor) {
    database
        .sql(
            "INSERT INTO mailbox_cursor (mailbox, folder, uid_validity, last_uid, since,"
                + " skipped_to, imported_to, renumbered_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (mailbox, folder) DO NOTHING")
        .params(
            cursor.mailbox(),
            cursor.folder(),
            cursor.uidValidity(),
            cursor.lastUid(),
            cursor.since().toEpochMilli(),
            cursor.skippedTo(),
            cursor.importedTo(),
            cursor.renumberedTo())
        .update();
  }

  /// Moves the cursor on if it still stands where the letters were read from.
  boolean advance(Cursor before, Cursor after) {
    return database
            .sql(
                "UPDATE mailbox_cursor SET uid_validity = ?, last_uid = ?, skipped_to = ?,"
                    + " imported_to = ?, renumbered_to = ?"
                    + " WHERE mailbox = ? AND folder = ? AND uid_validity = ? AND last_uid = ?")
            .params(
                after.uidValidity(),
                after.lastUid(),
                after.skippedTo(),
                after.importedTo(),
                after.renumberedTo(),
                before.mailbox(),
                before.folder(),
                before.uidValidity(),
                before.lastUid())
            .update()
        == 1;
  }

  /// The folder's letters lose their places and gaps: the server has given new UIDs, perhaps even
  /// in the old epoch.
  void forgetPlaces(Cursor cursor) {
    database
        .sql("UPDATE letter SET uid = -id WHERE mailbox = ? AND folder = ? AND uid_validity = ?")
        .params(cursor.mailbox(), cursor.folder(), cursor.uidValidity())
        .update();
    for (String table : new String[] {"letter_place", "mailbox_gap"}) {
      database
          .sql("DELETE FROM " + table + " WHERE mailbox = ? AND folder = ?")
          .params(cursor.mailbox(), cursor.folder())
          .update();
    }
  }

  Set<Long> places(Cursor cursor) {
    return database
        .sql("SELECT uid FROM letter_place WHERE mailbox = ? AND folder = ? AND uid_validity = ?")
        .params(cursor.mailbox(), cursor.folder(), cursor.uidValidity())
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
