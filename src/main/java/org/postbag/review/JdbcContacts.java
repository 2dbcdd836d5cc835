package org.postbag.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.email.Address;

/// The table `draft`: what has passed between the office and one person, who is known by
/// [Address#canonical]. A person counts as the writer of letters, and as the one whom replies go
/// to.
final class JdbcContacts {
  private static final String BY_WRITER = "from_canonical";
  private static final String BY_RECIPIENT = "to_canonical";

  private final Database database;

  JdbcContacts(Database database) {
    this.database = database;
  }

  /// Letters of that writer since that moment; counted to `most` and no further.
  int lettersFrom(Address writer, Instant since, int most) {
    return letters(BY_WRITER, writer, since, most);
  }

  /// Letters whose reply goes, or would go, to that person.
  int lettersFor(Address recipient, Instant since, int most) {
    return letters(BY_RECIPIENT, recipient, since, most);
  }

  private int letters(String column, Address person, Instant since, int most) {
    return database
        .sql(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM draft WHERE %s = :person AND received >= :since LIMIT :most) counted
            """
                .formatted(column))
        .param("person", person.canonical().toString())
        .param("since", since.toEpochMilli())
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  /// Whether another letter of that writer and topic has a reply, or one that waits.
  boolean isAnswered(Address writer, @Nullable TopicId topic, Instant since, long except) {
    return isAnswered(BY_WRITER, writer, topic, since, except);
  }

  /// Whether that person has had the reply to another letter on that topic, or one waits.
  boolean hasReply(Address recipient, @Nullable TopicId topic, Instant since, long except) {
    return isAnswered(BY_RECIPIENT, recipient, topic, since, except);
  }

  private boolean isAnswered(
      String column, Address person, @Nullable TopicId topic, Instant since, long except) {
    return database
        .sql(
            """
            SELECT 1 FROM draft d JOIN letter_state s ON s.letter_id = d.letter_id
            WHERE d.%s = :person AND d.topic = :topic AND d.received >= :since
              AND d.letter_id <> :except
              AND s.state IN ('waiting', 'practised', 'approved', 'sending', 'sent', 'unclear')
            LIMIT 1
            """
                .formatted(column))
        .param("person", person.canonical().toString())
        .param("topic", topic == null ? null : topic.value())
        .param("since", since.toEpochMilli())
        .param("except", except)
        .query(Integer.class)
        .optional()
        .isPresent();
  }
}
