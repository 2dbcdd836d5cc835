package org.postbag.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.database.Database;

/// The ledger's rows.
final class JdbcLedger {
  /// The newest entry's number and hash.
  record Head(long seq, String hash) {}

  private final Database database;

  JdbcLedger(Database database) {
    this.database = database;
  }

  /// One conditional statement: 1 row = ours, 0 rows = the letter is in another state by now.
  boolean compareAndSet(Move move, Instant at) {
    int changed =
        move.from() == State.KEPT
            ? database
                .sql(
                    "INSERT INTO letter_state (letter_id, state, since) VALUES (?, ?, ?)"
                        + " ON CONFLICT (letter_id) DO NOTHING")
                .params(move.letter(), move.to().label(), at.toEpochMilli())
                .update()
            : database
                .sql(
                    "UPDATE letter_state SET state = ?, since = ?"
                        + " WHERE letter_id = ? AND state = ?")
                .params(move.to().label(), at.toEpochMilli(), move.letter(), move.from().label())
                .update();
    return changed == 1;
  }

  /// Takes the letter's row if it is in that state; it stays so until the transaction ends.
  boolean hold(long letter, State state) {
    return database
            .sql("UPDATE letter_state SET state = state WHERE letter_id = ? AND state = ?")
            .params(letter, state.label())
            .update()
        == 1;
  }

  /// Takes the head's row until the transaction ends, so that entries of several nodes form one
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
            "INSERT INTO ledger_entry (seq, letter_id, at, actor, from_state, to_state, why, hash)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            head.seq(),
            move.letter(),
            at.toEpochMilli(),
            actor,
            move.from().label(),
            move.to().label(),
            why,
            hash)
        .update();
    database.sql("UPDATE ledger_head SET hash = ? WHERE id = 1").param(hash).update();
  }

  Optional<State> state(long letter) {
    return database
        .sql("SELECT state FROM letter_state WHERE letter_id = ?")
        .param(letter)
        .query((row, _) -> state(row.getString(1)))
        .optional();
  }

  List<Entry> of(long letter) {
    return database
        .sql("SELECT * FROM ledger_entry WHERE letter_id = ? ORDER BY seq")
        .param(letter)
        .query(JdbcLedger::entry)
        .list();
  }

  List<Entry> after(long seq, int limit) {
    return database
        .sql("SELECT * FROM ledger_entry WHERE seq > ? ORDER BY seq LIMIT ?")
        .params(seq, limit)
        .query(JdbcLedger::entry)
        .list();
  }

  Head head() {
    return database
        .sql("SELECT seq, hash FROM ledger_head WHERE id = 1")
        .query(JdbcLedger::headOf)
        .single();
  }

  /// One statement is one consistent read: a letter without a state row is kept and not yet read.
  Map<State, Long> counts() {
    Map<State, Long> counts = new EnumMap<>(State.class);
    database
        .sql(
            "SELECT state, count(*) AS n FROM letter_state GROUP BY state"
                + " UNION ALL SELECT 'kept', (SELECT count(*) FROM letter)"
                + " - (SELECT count(*) FROM letter_state)")
        .query((row, _) -> counts.put(state(row.getString(1)), row.getLong(2)))
        .list();
    return counts;
  }

  /// A state that was changed behind the ledger's back.
  Optional<String> firstStateWithoutEntry() {
    return database
        .sql(
            "SELECT s.letter_id FROM letter_state s WHERE s.state <> coalesce((SELECT e.to_state"
                + " FROM ledger_entry e WHERE e.letter_id = s.letter_id"
                + " ORDER BY e.seq DESC LIMIT 1), '') ORDER BY s.letter_id LIMIT 1")
        .query(Long.class)
        .optional()
        .map(letter -> "the state of letter " + letter + " has no entry");
  }

  /// An entry that no head stands for.
  Optional<String> firstBehindHead() {
    return database
        .sql("SELECT min(seq) FROM ledger_entry WHERE seq > (SELECT seq FROM ledger_head)")
        .query((row, _) -> row.getLong(1))
        .optional()
        .filter(seq -> seq > 0)
        .map(seq -> "entry " + seq + " stands behind the head");
  }

  /// A letter that is there, has a story, and has lost its state. An erased one is not there.
  Optional<String> firstEntryWithoutState() {
    return database
        .sql(
            "SELECT l.id FROM letter l WHERE NOT EXISTS"
                + " (SELECT 1 FROM letter_state s WHERE s.letter_id = l.id) AND EXISTS"
                + " (SELECT 1 FROM ledger_entry e WHERE e.letter_id = l.id) ORDER BY l.id LIMIT 1")
        .query(Long.class)
        .optional()
        .map(letter -> "letter " + letter + " has entries and no state");
  }

  Optional<String> hashOf(long seq) {
    return database
        .sql("SELECT hash FROM ledger_entry WHERE seq = ?")
        .param(seq)
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
