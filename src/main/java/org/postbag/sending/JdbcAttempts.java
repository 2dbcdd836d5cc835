package org.postbag.sending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;
import org.postbag.review.Approval;

/// The rows of attempts.
final class JdbcAttempts {
  /// The end of an attempt that is still under way.
  private static final long OPEN = 253_402_300_799_000L; // 9999-12-31T23:59:59Z

  /// How often an approval was claimed, and when first.
  record Tries(int count, Instant first) {}

  private final Database database;

  JdbcAttempts(Database database) {
    this.database = database;
  }

  /// Takes the mailbox's row until the transaction ends, so that claims of other connections and
  /// nodes wait until this one can be counted.
  void lockLane(String mailbox) {
    database
        .sql(
            "INSERT INTO sending_lane (mailbox, claims) VALUES (?, 1)"
                + " ON CONFLICT (mailbox) DO UPDATE SET claims = sending_lane.claims + 1")
        .param(mailbox)
        .update();
  }

  long begin(Approval approval, String node, Instant at) {
    return database
        .sql(
            "INSERT INTO attempt (approval_id, letter_id, mailbox, node, claimed, ended, outcome)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id")
        .params(
            approval.id(),
            approval.letter(),
            approval.mailbox(),
            node,
            at.toEpochMilli(),
            OPEN,
            Attempt.Outcome.OPEN.label())
        .query(Long.class)
        .single();
  }

  /// Ends an attempt; false when it has ended before.
  boolean end(
      long attempt,
      Instant at,
      Attempt.Outcome outcome,
      int code,
      String words,
      @Nullable Instant next) {
    return database
            .sql(
                "UPDATE attempt SET ended = :ended, outcome = :outcome, code = :code,"
                    + " words = :words, next_try = :next WHERE id = :id AND ended = :open")
            .param("ended", at.toEpochMilli())
            .param("outcome", outcome.label())
            .param("code", code)
            .param("words", words)
            .param("next", next == null ? null : next.toEpochMilli())
            .param("id", attempt)
            .param("open", OPEN)
            .update()
        == 1;
  }

  /// Corrects an attempt that was taken for lost, once its result is known after all.
  void correct(long attempt, Attempt.Outcome outcome, String words) {
    database
        .sql("UPDATE attempt SET outcome = ?, words = ? WHERE id = ?")
        .params(outcome.label(), words, attempt)
        .update();
  }

  Tries tries(long approval, Instant now) {
    return database
        .sql("SELECT count(*), min(claimed) FROM attempt WHERE approval_id = ?")
        .param(approval)
        .query((row, _) ->
            new Tries(
                row.getInt(1), row.getInt(1) == 0 ? now : Instant.ofEpochMilli(row.getLong(2))))
        .single();
  }

  /// The end of the `n`-th newest attempt of a mailbox that the server may have counted; attempts
  /// under way come first, with an end far ahead. Empty when there are fewer.
  Optional<Instant> nthNewestEnd(String mailbox, int n) {
    return database
        .sql(
            "SELECT ended FROM attempt WHERE mailbox = ? AND outcome <> 'unreached'"
                + " ORDER BY ended DESC LIMIT 1 OFFSET ?")
        .params(mailbox, n - 1)
        .query(Long.class)
        .optional()
        .map(Instant::ofEpochMilli);
  }

  /// How many attempts of a mailbox ended after that moment or are under way.
  long endedAfter(String mailbox, Instant moment) {
    return database
        .sql(
            "SELECT count(*) FROM attempt"
                + " WHERE mailbox = ? AND ended > ? AND outcome <> 'unreached'")
        .params(mailbox, moment.toEpochMilli())
        .query(Long.class)
        .single();
  }

  /// The ends of a mailbox's attempts after that moment, the oldest first; none under way.
  List<Instant> endsAfter(String mailbox, Instant moment) {
    return database
        .sql(
            "SELECT ended FROM attempt WHERE mailbox = ? AND ended > ? AND ended < ?"
                + " AND outcome <> 'unreached' ORDER BY ended")
        .params(mailbox, moment.toEpochMilli(), OPEN)
        .query((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
        .list();
  }

  /// Whether another reply of that mailbox, to the same person and with the same subject, was tried
  /// between these moments.
  boolean hasTwin(Approval approval, Instant from, Instant until) {
    return database
            .sql(
                "SELECT count(*) FROM attempt t JOIN approval a ON a.id = t.approval_id"
                    + " WHERE t.mailbox = ? AND t.claimed >= ? AND t.claimed <= ?"
                    + " AND a.to_address = ? AND a.subject = ? AND a.letter_id <> ?")
            .params(
                approval.mailbox(),
                from.toEpochMilli(),
                until.toEpochMilli(),
                approval.to().address().toString(),
                approval.thread().subject(),
                approval.letter())
            .query(Long.class)
            .single()
        > 0;
  }

  /// The claim under which an approved reply was accepted: the date that it bears.
  Optional<Instant> accepted(long approval) {
    return database
        .sql("SELECT max(claimed) FROM attempt WHERE approval_id = ? AND outcome = 'accepted'")
        .param(approval)
        .query((row, _) -> {
          long at = row.getLong(1);
          return row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(at));
        })
        .single();
  }

  List<Attempt> of(long letter) {
    return database
        .sql("SELECT * FROM attempt WHERE letter_id = ? ORDER BY id")
        .param(letter)
        .query(JdbcAttempts::attempt)
        .list();
  }

  /// Attempts of that node which are under way, and those of any node claimed before `stale`.
  List<Attempt> abandoned(String node, Instant stale) {
    return database
        .sql("SELECT * FROM attempt WHERE ended = ? AND (node = ? OR claimed < ?) ORDER BY id")
        .params(OPEN, node, stale.toEpochMilli())
        .query(JdbcAttempts::attempt)
        .list();
  }

  private static Attempt attempt(ResultSet row, int number) throws SQLException {
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
