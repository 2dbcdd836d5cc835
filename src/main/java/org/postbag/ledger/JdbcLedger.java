package org.postbag.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.database.MailboxScope;

/// The tables `letter_state`, `ledger_entry` and `ledger_head`.
final class JdbcLedger {
  /// The number and the hash of the newest entry.
  record Head(long seq, String hash) {}

  private final Database database;
  private final JdbcMismatches mismatches;

  JdbcLedger(Database database) {
    this.database = database;
    this.mismatches = new JdbcMismatches(database);
  }

  /// One conditional statement: 1 row = the move is ours, 0 rows = the letter has left `from`.
  boolean compareAndSet(Move move, Instant at) {
    return (move.from() == State.KEPT ? begin(move, at) : change(move, at)) == 1;
  }

  private int begin(Move move, Instant at) {
    return database
        .sql(
            """
            INSERT INTO letter_state (letter_id, state, since)
            VALUES (:letter, :to, :at)
            ON CONFLICT (letter_id) DO NOTHING
            """)
        .param("letter", move.letter())
        .param("to", move.to().label())
        .param("at", at.toEpochMilli())
        .update();
  }

  private int change(Move move, Instant at) {
    return database
        .sql(
            """
            UPDATE letter_state SET state = :to, since = :at
            WHERE letter_id = :letter AND state = :from
            """)
        .param("to", move.to().label())
        .param("at", at.toEpochMilli())
        .param("letter", move.letter())
        .param("from", move.from().label())
        .update();
  }

  /// Locks the letter's row if it is in that state; it stays so until the transaction ends.
  boolean lockRow(long letter, State state) {
    return database
            .sql(
                """
                UPDATE letter_state SET state = state
                WHERE letter_id = :letter AND state = :state
                """)
            .param("letter", letter)
            .param("state", state.label())
            .update()
        == 1;
  }

  /// Locks the head's row until the transaction ends, so that the entries of several nodes form one
  /// chain.
  void lockHead() {
    database.sql("UPDATE ledger_head SET seq = seq WHERE id = 1").update();
  }

  void append(Move move, Instant at) {
    Head head =
        database
            .sql("UPDATE ledger_head SET seq = seq + 1 WHERE id = 1 RETURNING seq, hash")
            .query(JdbcLedger::headOf)
            .single();
    String actor = Chain.clean(move.actor().name());
    String why = Chain.clean(move.why().word());
    String hash =
        Chain.hash(head.hash(), head.seq(), move.letter(), at, actor, move.from(), move.to(), why);
    database
        .sql(
            """
            INSERT INTO ledger_entry (seq, letter_id, at, actor, from_state, to_state, why, hash)
            VALUES (:seq, :letter, :at, :actor, :from, :to, :why, :hash)
            """)
        .param("seq", head.seq())
        .param("letter", move.letter())
        .param("at", at.toEpochMilli())
        .param("actor", actor)
        .param("from", move.from().label())
        .param("to", move.to().label())
        .param("why", why)
        .param("hash", hash)
        .update();
    database.sql("UPDATE ledger_head SET hash = :hash WHERE id = 1").param("hash", hash).update();
  }

  Optional<State> state(long letter) {
    return database
        .sql("SELECT state FROM letter_state WHERE letter_id = :letter")
        .param("letter", letter)
        .query((row, _) -> state(row.getString(1)))
        .optional();
  }

  List<Entry> of(long letter) {
    return database
        .sql("SELECT * FROM ledger_entry WHERE letter_id = :letter ORDER BY seq")
        .param("letter", letter)
        .query(JdbcLedger::entry)
        .list();
  }

  List<Entry> after(long seq, int limit) {
    return database
        .sql("SELECT * FROM ledger_entry WHERE seq > :seq ORDER BY seq LIMIT :limit")
        .param("seq", seq)
        .param("limit", limit)
        .query(JdbcLedger::entry)
        .list();
  }

  Head head() {
    return database
        .sql("SELECT seq, hash FROM ledger_head WHERE id = 1")
        .query(JdbcLedger::headOf)
        .single();
  }

  /// One statement, so one consistent read. A letter without a state row is kept and unmatched.
  Map<State, Long> counts() {
    Map<State, Long> counts = new EnumMap<>(State.class);
    String seen = MailboxScope.current().and("mailbox");
    database
        .sql(
            """
            SELECT state, sum(n) AS n FROM state_count WHERE n > 0%1$s GROUP BY state
            UNION ALL
            SELECT 'kept', (SELECT coalesce(sum(n), 0) FROM letter_count WHERE n > 0%1$s)
              - (SELECT coalesce(sum(n), 0) FROM state_count WHERE n > 0%1$s)
            """
                .formatted(seen))
        .param("scope", MailboxScope.current().parameter())
        .query((row, _) -> counts.put(state(row.getString(1)), row.getLong(2)))
        .list();
    return counts;
  }

  /// Where the tables do not agree with one another; empty when they do.
  Optional<String> firstMismatch() {
    return mismatches.first();
  }

  Optional<String> hashOf(long seq) {
    return database
        .sql("SELECT hash FROM ledger_entry WHERE seq = :seq")
        .param("seq", seq)
        .query(String.class)
        .optional();
  }

  private static Head headOf(ResultSet row, int number) throws SQLException {
    return new Head(row.getLong("seq"), row.getString("hash"));
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getLong("seq"),
        row.getLong("letter_id"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("actor"),
        state(row.getString("from_state")),
        state(row.getString("to_state")),
        row.getString("why"),
        row.getString("hash"));
  }

  private static State state(String label) {
    return State.of(label)
        .orElseThrow(() -> new IllegalStateException("no state is called " + label));
  }
}
