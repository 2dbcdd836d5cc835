package org.postbag.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.email.Address;
import org.postbag.reply.Proposal;

/// What the tables `draft` and `approval` know of a writer and of a standard reply.
final class JdbcHistory {
  /// So many approved uses make a standard reply's text a known one.
  static final int KNOWN_AFTER = 20;

  private static final Duration DAY = Duration.ofHours(24);

  private final Database database;

  JdbcHistory(Database database) {
    this.database = database;
  }

  /// A letter that is looked at.
  ///
  /// @param writer the address in From, if there is one
  record Subject(long letter, Optional<Address> writer, Instant received) {}

  /// How many other letters of that writer came in the 24 hours before it; counted to `most` and no
  /// further.
  int lettersInADay(Subject subject, int most) {
    return database
        .sql(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM draft
              WHERE from_canonical = :address AND received >= :since AND received <= :until
                AND letter_id <> :except
              LIMIT :most) counted
            """)
        .param("address", subject.writer().map(a -> a.canonical().toString()).orElse(""))
        .param("since", subject.received().minus(DAY).toEpochMilli())
        .param("until", subject.received().toEpochMilli())
        .param("except", subject.letter())
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  /// Whether a standard reply's text was approved fewer than twenty times, and nobody called it
  /// good: its file names no day of review, or another text was still in use after that day.
  boolean isNew(Proposal.Answer answer) {
    List<Use> uses = newestUses(answer.replyName());
    long ofThisText = uses.stream().filter(use -> use.hash().equals(answer.replyHash())).count();
    return ofThisText < KNOWN_AFTER && !isReviewed(answer, uses);
  }

  private static boolean isReviewed(Proposal.Answer answer, List<Use> uses) {
    Optional<Instant> after = answer.reviewed().map(JdbcHistory::dayAfter);
    return after.isPresent()
        && uses.stream()
            .filter(use -> !use.hash().equals(answer.replyHash()))
            .noneMatch(use -> use.at().isAfter(after.get()));
  }

  private static Instant dayAfter(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private record Use(String hash, Instant at) {}

  private List<Use> newestUses(String replyName) {
    return database
        .sql(
            """
            SELECT reply_hash, at FROM approval
            WHERE reply_name = :name AND undone = 0 ORDER BY id DESC LIMIT :limit
            """)
        .param("name", replyName)
        .param("limit", KNOWN_AFTER)
        .query((row, _) -> new Use(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
        .list();
  }
}
