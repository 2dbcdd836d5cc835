package org.postbag.sending;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;
import org.postbag.email.MessageId;
import org.postbag.intake.ImapUid;
import org.postbag.ledger.State;

/// Reads the letters of a mailbox whose reply is still to leave, or to be decided on.
final class JdbcUnansweredLetters {
  /// One of them.
  ///
  /// @param id its Message-ID; empty where it has none by which a server could find it
  /// @param repliedTo whether an earlier reply to it has left from here
  record Letter(
      long number, ImapUid place, Optional<MessageId> id, State state, boolean repliedTo) {}

  private final Database database;

  JdbcUnansweredLetters(Database database) {
    this.database = database;
  }

  /// Letters whose reply is approved, and those that wait for a person.
  List<Letter> of(String mailbox) {
    return database
        .sql(
            """
            SELECT l.id, l.folder, l.uid_validity, l.uid, l.message_id, s.state,
              (SELECT count(*) FROM attempt t
               WHERE t.letter_id = l.id AND t.outcome = 'accepted') AS replies
            FROM letter_state s JOIN letter l ON l.id = s.letter_id
            WHERE l.mailbox = :mailbox AND s.state IN ('approved', 'waiting', 'needsPerson')
            ORDER BY l.id
            """)
        .param("mailbox", mailbox)
        .query((row, _) ->
            new Letter(
                row.getLong("id"),
                new ImapUid(
                    mailbox,
                    row.getString("folder"),
                    row.getLong("uid_validity"),
                    row.getLong("uid")),
                id(row.getString("message_id")),
                State.of(row.getString("state")).orElseThrow(),
                row.getLong("replies") > 0))
        .list();
  }

  private static Optional<MessageId> id(@Nullable String text) {
    return Optional.ofNullable(text)
        .filter(StandardCharsets.US_ASCII.newEncoder()::canEncode)
        .flatMap(MessageId::parse);
  }
}
