package org.postbag.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.postbag.database.PackedText;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;

/// Reads a row of the table `approval`, with the mailbox of its letter.
final class ApprovalColumns {
  private ApprovalColumns() {}

  static Approval approval(ResultSet row, int number) throws SQLException {
    return new Approval(
        row.getLong("id"),
        row.getLong("letter_id"),
        row.getString("mailbox"),
        row.getString("actor"),
        Instant.ofEpochMilli(row.getLong("at")),
        Instant.ofEpochMilli(row.getLong("release_at")),
        row.getString("hash"),
        new MessageId(row.getString("message_id")),
        party(row, "from"),
        party(row, "to"),
        DraftColumns.thread(row, "subject"),
        PackedText.of(row).orElseThrow(),
        Optional.ofNullable(row.getString("reply_name")),
        Optional.ofNullable(row.getString("reply_hash")),
        EnclosedColumns.of(row),
        WarningColumn.split(row.getString("warnings")));
  }

  private static NamedAddress party(ResultSet row, String which) throws SQLException {
    return DraftColumns.address(row.getString(which + "_name"), row.getString(which + "_address"))
        .orElseThrow();
  }
}
