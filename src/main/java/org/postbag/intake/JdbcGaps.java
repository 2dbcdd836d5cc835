package org.postbag.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.postbag.database.Database;

/// The gaps' rows.
final class JdbcGaps {
  private final Database database;

  JdbcGaps(Database database) {
    this.database = database;
  }

  void note(Gap gap, Instant now) {
    ImapUid uid = gap.uid();
    database
        .sql(
            "INSERT INTO mailbox_gap (mailbox, folder, uid_validity, uid, since, tries, next_try,"
                + " why) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (mailbox, folder, uid_validity, uid) DO UPDATE"
                + " SET tries = excluded.tries, next_try = excluded.next_try, why = excluded.why")
        .params(
            uid.mailbox(),
            uid.folder(),
            uid.uidValidity(),
            uid.uid(),
            now.toEpochMilli(),
            gap.tries(),
            gap.nextTry().toEpochMilli(),
            gap.why())
        .update();
  }

  /// Closes the gaps that these letters fill.
  void close(List<NewLetter> letters) {
    if (!letters.isEmpty() && !between(letters).isEmpty()) {
      letters.forEach(letter -> close(letter.uid()));
    }
  }

  private List<Gap> between(List<NewLetter> letters) {
    ImapUid first = letters.getFirst().uid();
    return database
        .sql(
            "SELECT * FROM mailbox_gap WHERE mailbox = ? AND folder = ? AND uid_validity = ?"
                + " AND uid BETWEEN ? AND ?")
        .params(
            first.mailbox(),
            first.folder(),
            first.uidValidity(),
            first.uid(),
            letters.getLast().uid().uid())
        .query(JdbcGaps::gap)
        .list();
  }

  void close(ImapUid uid) {
    database
        .sql(
            "DELETE FROM mailbox_gap"
                + " WHERE mailbox = ? AND folder = ? AND uid_validity = ? AND uid = ?")
        .params(uid.mailbox(), uid.folder(), uid.uidValidity(), uid.uid())
        .update();
  }

  List<Gap> of(String mailbox, String folder) {
    return database
        .sql("SELECT * FROM mailbox_gap WHERE mailbox = ? AND folder = ? ORDER BY uid")
        .params(mailbox, folder)
        .query(JdbcGaps::gap)
        .list();
  }

  private static Gap gap(ResultSet row, int number) throws SQLException {
    ImapUid uid =
        new ImapUid(
            row.getString("mailbox"),
            row.getString("folder"),
            row.getLong("uid_validity"),
            row.getLong("uid"));
    Instant nextTry = Instant.ofEpochMilli(row.getLong("next_try"));
    return new Gap(uid, row.getInt("tries"), nextTry, row.getString("why"));
  }
}
