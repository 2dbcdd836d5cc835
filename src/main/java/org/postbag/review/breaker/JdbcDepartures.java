package org.postbag.review.breaker;

import java.time.Instant;
import org.postbag.database.Database;
import org.postbag.email.Address;

/// How much has left, from the table `attempt`.
final class JdbcDepartures {
  private final Database database;

  JdbcDepartures(Database database) {
    this.database = database;
  }

  /// Replies in that scope that a server took or refused since that moment. Reads them all: for the
  /// rare moment at which a breaker may trip.
  long since(BreakerScope scope, Instant from) {
    return database
        .sql(
            """
            SELECT count(*) FROM attempt t
              JOIN letter l ON l.id = t.letter_id
              JOIN draft d ON d.letter_id = t.letter_id
            WHERE t.mailbox IN (SELECT mailbox FROM sending_lane) AND t.ended >= :from
              AND t.outcome IN ('accepted', 'rejected')
              AND :scope IN ('mailbox:' || l.mailbox, 'topic:' || coalesce(d.topic, ''))
            """)
        .param("scope", scope.word())
        .param("from", from.toEpochMilli())
        .query(Long.class)
        .single();
  }

  /// Letters whose reply to that person left, or may have left, since that moment; counted to
  /// `most` and no further.
  int to(Address recipient, Instant from, long except, int most) {
    return database
        .sql(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM attempt
              WHERE recipient = :recipient AND claimed > :from AND letter_id <> :except
                AND outcome IN ('open', 'accepted', 'unclear')
              LIMIT :most) counted
            """)
        .param("recipient", recipient.canonical().toString())
        .param("from", from.toEpochMilli())
        .param("except", except)
        .param("most", most)
        .query(Integer.class)
        .single();
  }
}
