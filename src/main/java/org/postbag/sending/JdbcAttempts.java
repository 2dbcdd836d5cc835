package org.postbag.sending;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;
import org.postbag.review.Approval;

/// The table `attempt`: each try to send a reply.
final class JdbcAttempts {
  /// How often an approval was claimed, and when for the first time.
  record Tries(int count, Instant first) {}

  private final Database database;

  JdbcAttempts(Database database) {
    this.database = database;
  }

  /// Locks the mailbox's row until the transaction ends: other connections and nodes claim nothing
  /// for this mailbox before they can count this claim.
  void lockLane(String mailbox) {
    database
        .sql(
            """
            INSERT INTO sending_lane (mailbox, claims) VALUES (:mailbox, 1)
            ON CONFLICT (mailbox) DO UPDATE SET claims = sending_lane.claims + 1
            """)
        .param("mailbox", mailbox)
        .update();
  }

  long begin(Approval approval, String node, Instant at) {
    return database
        .sql(
            """
            INSERT INTO attempt (approval_id, letter_id, mailbox, node, claimed, ended, outcome,
              recipient)
            VALUES (:approval, :letter, :mailbox, :node, :claimed, :open, 'open', :recipient)
            RETURNING id
            """)
        .param("approval", approval.id())
        .param("letter", approval.letter())
        .param("mailbox", approval.mailbox())
        .param("node", node)
        .param("claimed", at.toEpochMilli())
        .param("open", AttemptColumns.OPEN)
        .param("recipient", approval.to().address().canonical().toString())
        .query(Long.class)
        .single();
  }

  /// Ends an attempt; false when it had ended already.
  boolean end(
      long attempt,
      Instant at,
      Attempt.Outcome outcome,
      int code,
      String words,
      @Nullable Instant next) {
    return database
            .sql(
                """
                UPDATE attempt
                SET ended = :at, outcome = :outcome, code = :code, words = :words, next_try = :next
                WHERE id = :id AND ended = :open
                """)
            .param("at", at.toEpochMilli())
            .param("outcome", outcome.label())
            .param("code", code)
            .param("words", words)
            .param("next", next == null ? null : next.toEpochMilli())
            .param("id", attempt)
            .param("open", AttemptColumns.OPEN)
            .update()
        == 1;
  }

  /// Corrects an attempt that was given up as lost, when its result becomes known after all.
  void correct(long attempt, Attempt.Outcome outcome, String words) {
    database
        .sql("UPDATE attempt SET outcome = :outcome, words = :words WHERE id = :id")
        .param("outcome", outcome.label())
        .param("words", words)
        .param("id", attempt)
        .update();
  }

  Tries tries(long approval, Instant now) {
    return database
        .sql("SELECT count(*), min(claimed) FROM attempt WHERE approval_id = :approval")
        .param("approval", approval)
        .query((row, _) ->
            new Tries(
                row.getInt(1), row.getInt(1) == 0 ? now : Instant.ofEpochMilli(row.getLong(2))))
        .single();
  }

  /// The end of the `n`-th newest attempt of a mailbox that the server may have counted; open
  /// attempts come first, since their end lies in the future. Empty when there are fewer.
  Optional<Instant> nthNewestEnd(String mailbox, int n) {
    return database
        .sql(
            """
            SELECT ended FROM attempt
            WHERE mailbox = :mailbox AND outcome <> 'unreached'
            ORDER BY ended DESC LIMIT 1 OFFSET :newer
            """)
        .param("mailbox", mailbox)
        .param("newer", n - 1)
        .query(Long.class)
        .optional()
        .map(Instant::ofEpochMilli);
  }

  /// How many attempts of a mailbox ended after that moment or are open.
  long endedAfter(String mailbox, Instant moment) {
    return database
        .sql(
            """
            SELECT count(*) FROM attempt
            WHERE mailbox = :mailbox AND ended > :moment AND outcome <> 'unreached'
            """)
        .param("mailbox", mailbox)
        .param("moment", moment.toEpochMilli())
        .query(Long.class)
        .single();
  }

  /// When a mailbox's attempts ended after that moment, the oldest first; without open ones.
  List<Instant> endsAfter(String mailbox, Instant moment) {
    return database
        .sql(
            """
            SELECT ended FROM attempt
            WHERE mailbox = :mailbox AND ended > :after AND ended < :open AND outcome <> 'unreached'
            ORDER BY ended
            """)
        .param("mailbox", mailbox)
        .param("after", moment.toEpochMilli())
        .param("open", AttemptColumns.OPEN)
        .query((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
        .list();
  }

  /// Whether another reply of the mailbox, to the same address and with the same subject, was
  /// claimed from `from` to `until`.
  boolean hasTwin(Approval approval, Instant from, Instant until) {
    return database
            .sql(
                """
                SELECT count(*) FROM attempt t JOIN approval a ON a.id = t.approval_id
                WHERE t.mailbox = :mailbox AND t.claimed >= :from AND t.claimed <= :until
                  AND a.to_address = :to AND a.subject = :subject AND a.letter_id <> :letter
                """)
            .param("mailbox", approval.mailbox())
            .param("from", from.toEpochMilli())
            .param("until", until.toEpochMilli())
            .param("to", approval.to().address().toString())
            .param("subject", approval.thread().subject())
            .param("letter", approval.letter())
            .query(Long.class)
            .single()
        > 0;
  }

  /// When the attempt was claimed in which the server accepted the reply: the reply's `Date`.
  Optional<Instant> accepted(long approval) {
    return database
        .sql("SELECT max(claimed) FROM attempt WHERE approval_id = :id AND outcome = 'accepted'")
        .param("id", approval)
        .query(Long.class)
        .optional()
        .map(Instant::ofEpochMilli);
  }

  /// Attempts of a mailbox whose replies wait for their next try after that moment.
  List<Attempt> postponed(String mailbox, Instant now) {
    return database
        .sql(
            """
            SELECT * FROM attempt
            WHERE mailbox = :mailbox AND ended < :open AND next_try > :now
            ORDER BY id
            """)
        .param("mailbox", mailbox)
        .param("open", AttemptColumns.OPEN)
        .param("now", now.toEpochMilli())
        .query(AttemptColumns::attempt)
        .list();
  }

  /// The latest attempt under the latest approval of each of those letters; letters without one are
  /// missing.
  List<Attempt> latest(Collection<Long> letters) {
    return database
        .sql(
            """
            SELECT * FROM attempt
            WHERE id IN (
              SELECT max(t.id) FROM attempt t
              WHERE t.letter_id IN (:letters)
                AND t.approval_id = (
                  SELECT max(a.id) FROM approval a WHERE a.letter_id = t.letter_id)
              GROUP BY t.letter_id)
            """)
        .param("letters", letters)
        .query(AttemptColumns::attempt)
        .list();
  }

  List<Attempt> of(long letter) {
    return database
        .sql("SELECT * FROM attempt WHERE letter_id = :letter ORDER BY id")
        .param("letter", letter)
        .query(AttemptColumns::attempt)
        .list();
  }

  /// Open attempts of that node, and those of any node that were claimed before `stale`.
  List<Attempt> abandoned(String node, Instant stale) {
    return database
        .sql(
            """
            SELECT * FROM attempt
            WHERE ended = :open AND (node = :node OR claimed < :stale)
            ORDER BY id
            """)
        .param("open", AttemptColumns.OPEN)
        .param("node", node)
        .param("stale", stale.toEpochMilli())
        .query(AttemptColumns::attempt)
        .list();
  }
}
