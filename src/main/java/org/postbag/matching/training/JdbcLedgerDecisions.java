package org.postbag.matching.training;

import java.time.Instant;
import org.postbag.database.Database;
import org.postbag.ledger.Entry;

/// Copies people's decisions on topics from the ledger into the table `topic_decision`.
///
/// A person has decided when the sending of a reply began (an approval that can still be undone is
/// not yet a decision), when they chose a topic that has no reply, when they chose a topic and
/// closed the letter, or when they said that no topic fits. A reply that was written or picked by
/// hand says nothing of the topic.
final class JdbcLedgerDecisions {
  /// The decisions in the ledger's entries after `:last`; a null topic: none fits.
  private static final String DECISIONS =
      """
      SELECT d.letter_id, d.topic, e.seq
      FROM ledger_entry e JOIN draft d ON d.letter_id = e.letter_id
      WHERE e.seq > :last AND e.to_state = 'sending' AND e.from_state <> e.to_state AND d.topic IS NOT NULL
        AND d.by_hand = 0
      UNION ALL
      SELECT e.letter_id,
        CASE e.why WHEN '%1$s' THEN NULL ELSE substr(e.why, length('%2$s') + 1) END, e.seq
      FROM ledger_entry e
      WHERE e.seq > :last AND e.actor <> 'postbag' AND e.to_state = 'needsPerson'
        AND (e.why = '%1$s' OR e.why LIKE '%2$s%%')
      UNION ALL
      SELECT d.letter_id, d.topic, e.seq
      FROM ledger_entry e JOIN draft d ON d.letter_id = e.letter_id
      WHERE e.seq > :last AND e.actor <> 'postbag' AND e.to_state = 'closed'
        AND e.from_state <> e.to_state
        AND EXISTS (
          SELECT 1 FROM ledger_entry c
          WHERE c.letter_id = e.letter_id AND c.seq < e.seq AND c.why = '%2$s' || d.topic)
      """
          .formatted(Entry.NO_TOPIC, Entry.TOPIC);

  private static final String COPY =
      """
      INSERT INTO topic_decision (letter_id, topic, at, ledger_seq)
      SELECT letter_id, topic, :at, seq FROM (
      %s) decision WHERE seq > 0 ORDER BY seq
      ON CONFLICT (ledger_seq) DO NOTHING
      """
          .formatted(DECISIONS);
  private static final String ANY =
      """
      SELECT 1 FROM (
      %s) decision LIMIT 1
      """
          .formatted(DECISIONS);

  private final Database database;

  JdbcLedgerDecisions(Database database) {
    this.database = database;
  }

  void collect(Instant at) {
    long last = last();
    if (hasAfter(last)) {
      database.doInTransaction(() -> copyAfter(last, at));
    }
  }

  /// The last ledger entry that a decision was copied from.
  private long last() {
    return database
        .sql("SELECT coalesce(max(ledger_seq), 0) FROM topic_decision")
        .query(Long.class)
        .single();
  }

  private boolean hasAfter(long last) {
    return database.sql(ANY).param("last", last).query(Integer.class).optional().isPresent();
  }

  private void copyAfter(long last, Instant at) {
    database.sql(COPY).param("at", at.toEpochMilli()).param("last", last).update();
  }
}
