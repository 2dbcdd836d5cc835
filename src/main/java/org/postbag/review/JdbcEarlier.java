package org.postbag.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.MailboxScope;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;

/// The tables `draft` and `approval`: what a person wrote before, and what they were sent.
final class JdbcEarlier {
  private static final int MOST = 20;
  private static final int MOST_REFERENCES = 50;

  private final Database database;

  JdbcEarlier(Database database) {
    this.database = database;
  }

  /// The newest other letters of a letter's writer, whose addresses are compared as for sending,
  /// and those to whose replies it refers, whatever address they came from.
  ///
  /// @param references the ids that the letter refers to, RFC 5322 §3.6.4
  List<EarlierLetter> of(QueueItem item, List<MessageId> references) {
    List<String> ids =
        references.reversed().stream().limit(MOST_REFERENCES).map(MessageId::value).toList();
    MailboxScope scope = MailboxScope.current();
    return database
        .sql(
            """
            SELECT d.letter_id, d.received, d.subject, d.topic, s.state, a.at, a.reply_name,
              CASE WHEN a.message_id IN (:ids) THEN 1 ELSE 0 END AS same_thread
            FROM draft d
            JOIN letter_state s ON s.letter_id = d.letter_id
            LEFT JOIN approval a ON a.letter_id = d.letter_id AND a.undone = 0
            WHERE d.letter_id <> :letter%s
              AND d.letter_id IN (
                SELECT w.letter_id FROM draft w WHERE w.from_canonical = :writer
                UNION
                SELECT t.letter_id FROM approval t WHERE t.message_id IN (:ids))
            ORDER BY d.received DESC, d.letter_id DESC LIMIT :most
            """
                .formatted(scope.and("d.mailbox")))
        .param("scope", scope.parameter())
        .param("ids", ids.isEmpty() ? List.of("") : ids)
        .param("letter", item.letter())
        .param("writer", writer(item))
        .param("most", MOST)
        .query((row, _) -> letter(row))
        .list();
  }

  private static String writer(QueueItem item) {
    return item.from().map(NamedAddress::address).map(a -> a.canonical().toString()).orElse("");
  }

  private static EarlierLetter letter(ResultSet row) throws SQLException {
    long at = row.getLong("at");
    Optional<Instant> replied =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    return new EarlierLetter(
        row.getLong("letter_id"),
        Instant.ofEpochMilli(row.getLong("received")),
        Optional.ofNullable(row.getString("subject")).orElse(""),
        Optional.ofNullable(row.getString("topic")).map(TopicId::new),
        DraftColumns.state(row.getString("state")),
        row.getInt("same_thread") == 1,
        replied,
        Optional.ofNullable(row.getString("reply_name")));
  }
}
