package org.postbag.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.database.PackedText;
import org.postbag.email.Address;
import org.postbag.email.MessageId;

/// The table `approval`.
final class JdbcApprovals {
  static final String SELECT =
      "SELECT a.*, l.mailbox, "
          + PackedText.wordingOf("a")
          + " FROM approval a JOIN letter l ON l.id = a.letter_id ";

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
