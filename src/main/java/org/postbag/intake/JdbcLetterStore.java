package org.postbag.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.database.MailboxScope;

/// The letters, read from the tables `letter` and `letter_raw`.
final class JdbcLetterStore implements LetterStore {
  /// What one call may hold in memory; it returns at least one letter.
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  private final Database database;
  private final JdbcUnprocessed unprocessed;

  JdbcLetterStore(Database database, InstantSource clock) {
    this.database = database;
    this.unprocessed = new JdbcUnprocessed(database, clock);
  }

  /// When more letters wait than are read at once, the mailboxes take turns.
  @Override
  public List<KeptLetter> unprocessed(int limit) {
    List<JdbcUnprocessed.Row> rows = unprocessed.oldest(limit);
    if (rows.size() == limit) {
      rows = unprocessed.inTurn(limit);
    }
    List<KeptLetter> letters = new ArrayList<>();
    long bytes = 0;
    for (JdbcUnprocessed.Row row : rows) {
      bytes += row.size();
      if (!letters.isEmpty() && bytes > MOST_BYTES) {
        break;
      }
      find(row.id()).ifPresent(letters::add);
    }
    return letters;
  }

  @Override
  public Optional<KeptLetter> find(long id) {
    MailboxScope scope = MailboxScope.current();
    return database
        .sql(
            """
            SELECT l.*, r.rfc822 FROM letter l JOIN letter_raw r ON r.letter_id = l.id
            WHERE l.id = :id
            """
                + scope.and("l.mailbox"))
        .param("scope", scope.parameter())
        .param("id", id)
        .query(JdbcLetterStore::letter)
        .optional();
  }

  private static KeptLetter letter(ResultSet row, int number) throws SQLException {
    return new KeptLetter(
        row.getLong("id"),
        new ImapUid(
            row.getString("mailbox"),
            row.getString("folder"),
            row.getLong("uid_validity"),
            row.getLong("uid")),
        Instant.ofEpochMilli(row.getLong("received")),
        row.getInt("imported") != 0,
        row.getInt("cut") != 0,
        row.getBytes("rfc822"));
  }
}
