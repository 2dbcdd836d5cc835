package org.postbag.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.postbag.database.Database;

/// The table `mailbox_gap`: letters that the server lists and does not give.
final class JdbcGaps {
  private final Database database;

  JdbcGaps(Database database) {
    this.database = database;
  }

  void note(Gap gap, Instant now) {
    ImapUid uid = gap.uid();
    database
        .sql(
            """
            INSERT INTO mailbox_gap (mailbox, folder, uid_validity, uid,
              since, tries, next_try, why)
            VALUES (:mailbox, :folder, :uidValidity, :uid, :since, :tries, :nextTry, :why)
            ON CONFLICT (mailbox, folder, uid_validity, uid) DO UPDATE
            SET tries = excluded.tries, next_try = excluded.next_try, why = excluded.why
            """)
        .param("mailbox", uid.mailbox())
        .param("folder", uid.folder())
        .param("uidValidity", uid.uidValidity())
        .param("uid", uid.uid())
        .param("since", now.toEpochMilli())
        .param("tries", gap.tries())
        .param("nextTry", gap.nextTry().toEpochMilli())
        .param("why", gap.why())
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
            """
            SELECT * FROM mailbox_gap
            WHERE mailbox = :mailbox AND folder = :folder AND uid_validity = :uidValidity
              AND uid BETWEEN :first AND :last
            """)
        .param("mailbox", first.mailbox())
        .param("folder", first.folder())
        .param("uidValidity", first.uidValidity())
        .param("first", first.uid())
        .param("last", letters.getLast().uid().uid())
        .query(JdbcGaps::gap)
        .list();
  }

  void close(ImapUid uid) {
    database
        .sql(
            """
            DELETE FROM mailbox_gap
            WHERE mailbox = :mailbox AND folder = :folder AND uid_validity = :uidValidity
              AND uid = :uid
            """)
        .param("mailbox", uid.mailbox())
        .param("folder", uid.folder())
        .param("uidValidity", uid.uidValidity())
        .param("uid", uid.uid())
        .update();
  }

  List<Gap> of(String mailbox, String folder) {
    return database
        .sql(
            """
            SELECT * FROM mailbox_gap
            WHERE mailbox = :mailbox AND folder = :folder
            ORDER BY uid
            """)
        .param("mailbox", mailbox)
        .param("folder", folder)
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
