package org.postbag.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.PackedText;
import org.postbag.email.Address;
import org.postbag.email.MessageId;

/// The table `approval`.
final class JdbcApprovals {
  private static final String SELECT =
      "SELECT a.*, l.mailbox, "
          + PackedText.wordingOf("a")
          + " FROM approval a JOIN letter l ON l.id = a.letter_id ";

  /// CROSS JOIN makes SQLite join in this order, from the index `approval_waits`. Where a breaker
  /// is open nothing is due, so that what it holds back stands in nobody's way.
  private static final String DUE =
      "SELECT a.*, l.mailbox, "
          + PackedText.wordingOf("a")
          + """

          FROM approval a CROSS JOIN letter_state s CROSS JOIN letter l CROSS JOIN draft d
          WHERE a.waits = 1 AND a.undone = 0
            AND s.letter_id = a.letter_id AND s.state = 'approved'
            AND l.id = a.letter_id AND d.letter_id = a.letter_id
            AND l.mailbox = :mailbox AND a.release_at <= :now%s
            AND NOT EXISTS (
              SELECT 1 FROM breaker b
              WHERE b.ended IS NULL AND b.cause <> 'drafts'
                AND b.scope IN ('recipient:' || a.to_canonical, 'topic:' || coalesce(d.topic, ''),
                  'mailbox:' || l.mailbox))
          ORDER BY a.release_at, a.id LIMIT :limit
          """;

  private static final String NOT_ON = " AND coalesce(d.topic, '') NOT IN (:topics)";

  /// A letter refers to a whole thread; the last ones are those it answers.
  private static final int MOST_REFERENCES = 50;

  private final Database database;
  private final JdbcReplyWordings wordings;

  JdbcApprovals(Database database) {
    this.database = database;
    this.wordings = new JdbcReplyWordings(database);
  }

  void insert(Approval approval, int version) {
    JdbcReplyWordings.Packed text =
        wordings.pack(Optional.of(approval.text()), approval.replyHash());
    database
        .sql(
            """
            INSERT INTO approval (letter_id, version, actor, at, release_at, hash, message_id,
              from_name, from_address, to_name, to_address, to_canonical, subject, in_reply_to, refs,
              text, packed, wording, reply_name, reply_hash, attachments, quote, warnings)
            VALUES (:letter, :version, :actor, :at, :release, :hash, :id,
              :fromName, :from, :toName, :to, :toCanonical, :subject, :inReplyTo, :refs,
              '', :packed, :wording, :replyName, :replyHash, :attachments, :quote, :warnings)
            """)
        .param("letter", approval.letter())
        .param("version", version)
        .param("actor", approval.actor())
        .param("at", approval.at().toEpochMilli())
        .param("release", approval.releaseAt().toEpochMilli())
        .param("hash", approval.hash())
        .param("id", approval.messageId().value())
        .param("fromName", approval.from().name())
        .param("from", approval.from().address().toString())
        .param("toName", approval.to().name())
        .param("to", approval.to().address().toString())
        .param("toCanonical", approval.to().address().canonical().toString())
        .param("subject", approval.thread().subject())
        .param("inReplyTo", approval.thread().inReplyTo().map(MessageId::value).orElse(null))
        .param("refs", References.join(approval.thread().references()))
        .param("packed", text.packed())
        .param("wording", text.wording())
        .param("replyName", approval.replyName().orElse(null))
        .param("replyHash", approval.replyHash().orElse(null))
        .param("attachments", EnclosedColumns.join(approval.enclosed().attachments()))
        .param("quote", approval.enclosed().quote())
        .param("warnings", WarningColumn.join(approval.warnings()))
        .update();
  }

  /// The approval in force for a letter.
  Optional<Approval> current(long letter) {
    return database
        .sql(SELECT + "WHERE a.letter_id = :letter AND a.undone = 0 ORDER BY a.id DESC LIMIT 1")
        .param("letter", letter)
        .query(ApprovalColumns::approval)
        .optional();
  }

  /// The next approvals by number, undone ones among them.
  List<Approval> after(long id, int limit) {
    return database
        .sql(SELECT + "WHERE a.id > :id ORDER BY a.id LIMIT :limit")
        .param("id", id)
        .param("limit", limit)
        .query(ApprovalColumns::approval)
        .list();
  }

  /// Approvals whose undo window is over and whose letter is still approved, the oldest first.
  List<Approval> due(Instant now, int limit) {
    return database
        .sql(
            SELECT
                + """
                JOIN letter_state s ON s.letter_id = a.letter_id
                WHERE s.state = 'approved' AND a.undone = 0 AND a.release_at <= :now
                ORDER BY a.release_at, a.id LIMIT :limit
                """)
        .param("now", now.toEpochMilli())
        .param("limit", limit)
        .query(ApprovalColumns::approval)
        .list();
  }

  /// [#due] for one mailbox, without the letters of some topics.
  List<Approval> dueIn(String mailbox, Instant now, Collection<TopicId> except, int limit) {
    return database
        .sql(except.isEmpty() ? DUE.formatted("") : DUE.formatted(NOT_ON))
        .param("mailbox", mailbox)
        .param("now", now.toEpochMilli())
        .param("topics", except.stream().map(TopicId::value).toList())
        .param("limit", limit)
        .query(ApprovalColumns::approval)
        .list();
  }

  /// Approved replies to that person since that moment; counted to `most` and no further.
  int repliesTo(Address recipient, Instant since, int most) {
    return database
        .sql(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM approval
              WHERE to_canonical = :recipient AND at >= :since AND undone = 0 LIMIT :most) counted
            """)
        .param("recipient", recipient.canonical().toString())
        .param("since", since.toEpochMilli())
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  /// Whether one of these is the Message-ID of a reply that was approved here, RFC 5322 §3.6.4.
  boolean isOurs(List<MessageId> ids) {
    List<String> last =
        ids.stream().skip(Math.max(0, ids.size() - MOST_REFERENCES)).map(MessageId::value).toList();
    return !last.isEmpty()
        && database
            .sql("SELECT 1 FROM approval WHERE message_id IN (:ids) LIMIT 1")
            .param("ids", last)
            .query(Integer.class)
            .optional()
            .isPresent();
  }

  long approvedIn(String mailbox) {
    return database
        .sql(
            """
            SELECT coalesce(sum(n), 0) FROM state_count
            WHERE state = 'approved' AND mailbox = :mailbox
            """)
        .param("mailbox", mailbox)
        .query(Long.class)
        .single();
  }

  Optional<Instant> lastRelease(String mailbox) {
    return database
        .sql(
            """
            SELECT max(a.release_at) FROM approval a JOIN letter l ON l.id = a.letter_id
            WHERE a.waits = 1 AND a.undone = 0 AND l.mailbox = :mailbox
            """)
        .param("mailbox", mailbox)
        .query(Long.class)
        .optional()
        .map(Instant::ofEpochMilli);
  }

  /// The approval is claimed, and waits no longer.
  void taken(long approval) {
    database.sql("UPDATE approval SET waits = 0 WHERE id = :id").param("id", approval).update();
  }

  /// The approval in force was given in practice.
  void practise(long letter) {
    database
        .sql("UPDATE approval SET practised = 1 WHERE letter_id = :letter AND undone = 0")
        .param("letter", letter)
        .update();
  }

  /// The last approval of a letter, if it was given in practice.
  Optional<Approval> practised(long letter) {
    return database
        .sql(
            SELECT
                + """
                WHERE a.id = (SELECT max(id) FROM approval WHERE letter_id = :letter)
                  AND a.practised = 1
                """)
        .param("letter", letter)
        .query(ApprovalColumns::approval)
        .optional();
  }

  void postpone(long letter, Instant until) {
    database
        .sql(
            """
            UPDATE approval SET release_at = :until, waits = 1
            WHERE letter_id = :letter AND undone = 0
            """)
        .param("until", until.toEpochMilli())
        .param("letter", letter)
        .update();
  }

  Optional<Approval> of(MessageId reply) {
    return database
        .sql(SELECT + "WHERE a.message_id = :reply")
        .param("reply", reply.value())
        .query(ApprovalColumns::approval)
        .optional();
  }

  void undo(long letter) {
    database
        .sql("UPDATE approval SET undone = 1 WHERE letter_id = :letter AND undone = 0")
        .param("letter", letter)
        .update();
  }

  Optional<Long> letterOf(MessageId reply) {
    return database
        .sql("SELECT letter_id FROM approval WHERE message_id = :reply")
        .param("reply", reply.value())
        .query(Long.class)
        .optional();
  }
}
