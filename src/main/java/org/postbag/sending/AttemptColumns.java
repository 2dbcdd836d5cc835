package org.postbag.sending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// Reads a row of the table `attempt`.
final class AttemptColumns {
  /// In the column `ended` of an attempt that has not ended.
  static final long OPEN = 253_402_300_799_000L; // 9999-12-31T23:59:59Z

  private AttemptColumns() {}

  static Attempt attempt(ResultSet row, int number) throws SQLException {
    long ended = row.getLong("ended");
    long next = row.getLong("next_try");
    boolean hasNext = !row.wasNull();
    String words = row.getString("words");
    return new Attempt(
        row.getLong("id"),
        row.getLong("letter_id"),
        row.getString("mailbox"),
        row.getString("node"),
        Instant.ofEpochMilli(row.getLong("claimed")),
        ended == OPEN ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended)),
        Attempt.Outcome.of(row.getString("outcome")),
        row.getInt("code"),
        words == null ? "" : words,
        hasNext ? Optional.of(Instant.ofEpochMilli(next)) : Optional.empty());
  }
}
