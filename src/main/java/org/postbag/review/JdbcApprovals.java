package org.postbag.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;

/// The approvals' rows.
final class JdbcApprovals {
  private static final String SELECT =
      "SELECT a.*, l.mailbox FROM approval a JOIN letter l ON l.id = a.letter_id ";

  private final Database database;

  JdbcApprovals(Database database) {
    this.database = database;
  }

  void insert(Approval approval, int version) {
    database
        .sql(
            "INSERT INTO approval (letter_id, version, actor, at, release_at, hash, message_id,"
                + " from_name, from_address, to_name, to_address, subject, in_reply_to, refs, text,"
                + " reply_name, reply_hash, attachments, quote) VALUES (:letter, :version, :actor, :at, :release, :hash,"
                + " :id, :fromName, :from, :toName, :to, :subject, :inReplyTo, :refs, :text,"
                + " :replyName, :replyHash, :attachments, :quote)")
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
        .param("subject", approval.thread().subject())
        .param("inReplyTo", approval.thread().inReplyTo().map(MessageId::value).orElse(null))
        .param("refs", References.join(approval.thread().references()))
        .param("text", approval.text())
        .param("replyName", approval.replyName().orElse(null))
        .param("replyHash", approval.replyHash().orElse(null))
        .param("attachments", EnclosedColumns.join(approval.enclosed().attachments()))
        .param("quote", approval.enclosed().quote())
        .update();
  }

  /// The approval in force for a letter.
  Optional<Approval> current(long letter) {
    return database
        .sql(SELECT + "WHERE a.letter_id = ? AND a.undone = 0 ORDER BY a.id DESC LIMIT 1")
        .param(letter)
        .query(JdbcApprovals::approval)
        .optional();
  }

  /// Approvals whose undo window is over and whose letter is still approved, the oldest first.
  List<Approval> due(Instant now, int limit) {
    return database
        .sql(
            SELECT
                + "JOIN letter_state s ON s.letter_id = a.letter_id WHERE s.state = 'approved'"
                + " AND a.undone = 0 AND a.release_at <= ? ORDER BY a.release_at, a.id LIMIT ?")
        .params(now.toEpochMilli(), limit)
        .query(JdbcApprovals::approval)
        .list();
  }

  /// [#due] for one mailbox, without the letters of some topics.
  List<Approval> dueIn(String mailbox, Instant now, Collection<TopicId> except, int limit) {
    List<Object> values = new ArrayList<>(List.of(mailbox, now.toEpochMilli()));
    except.forEach(topic -> values.add(topic.value()));
    values.add(limit);
    String without =
        except.isEmpty()
            ? ""
            : " AND coalesce(d.topic, '') NOT IN (?" + ", ?".repeat(except.size() - 1) + ")";
    return database
        .sql(
            // CROSS JOIN keeps SQLite to this order, in which the index of waiting ones comes
            // first.
            "SELECT a.*, l.mailbox FROM approval a CROSS JOIN letter_state s CROSS JOIN letter l"
                + " CROSS JOIN draft d WHERE a.waits = 1 AND a.undone = 0"
                + " AND s.letter_id = a.letter_id AND s.state = 'approved'"
                + " AND l.id = a.letter_id AND d.letter_id = a.letter_id"
                + " AND l.mailbox = ? AND a.release_at <= ?"
                + without
                + " ORDER BY a.release_at, a.id LIMIT ?")
        .params(values)
        .query(JdbcApprovals::approval)
        .list();
  }

  long approvedIn(String mailbox) {
    return database
        .sql(
            "SELECT count(*) FROM letter_state s JOIN letter l ON l.id = s.letter_id"
                + " WHERE s.state = 'approved' AND l.mailbox = ?")
        .param(mailbox)
        .query(Long.class)
        .single();
  }

  Optional<Instant> lastRelease(String mailbox) {
    return database
        .sql(
            "SELECT max(a.release_at) FROM approval a JOIN letter l ON l.id = a.letter_id"
                + " WHERE a.waits = 1 AND a.undone = 0 AND l.mailbox = ?")
        .param(mailbox)
        .query((row, _) -> {
          long at = row.getLong(1);
          return row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(at));
        })
        .single();
  }

  /// It is claimed, and waits no more.
  void taken(long approval) {
    database.sql("UPDATE approval SET waits = 0 WHERE id = ?").param(approval).update();
  }

  void postpone(long letter, Instant until) {
    database
        .sql("UPDATE approval SET release_at = ?, waits = 1 WHERE letter_id = ? AND undone = 0")
        .params(until.toEpochMilli(), letter)
        .update();
  }

  Optional<Approval> of(MessageId reply) {
    return database
        .sql(SELECT + "WHERE a.message_id = ?")
        .param(reply.value())
        .query(JdbcApprovals::approval)
        .optional();
  }

  void undo(long letter) {
    database
        .sql("UPDATE approval SET undone = 1 WHERE letter_id = ? AND undone = 0")
        .param(letter)
        .update();
  }

  Optional<Long> letterOf(MessageId reply) {
    return database
        .sql("SELECT letter_id FROM approval WHERE message_id = ?")
        .param(reply.value())
        .query(Long.class)
        .optional();
  }

  private static Approval approval(ResultSet row, int number) throws SQLException {
    return new Approval(
        row.getLong("id"),
        row.getLong("letter_id"),
        row.getString("mailbox"),
        row.getString("actor"),
        Instant.ofEpochMilli(row.getLong("at")),
        Instant.ofEpochMilli(row.getLong("release_at")),
        row.getString("hash"),
        new MessageId(row.getString("message_id")),
        party(row, "from"),
        party(row, "to"),
        DraftColumns.thread(row, "subject"),
        row.getString("text"),
        Optional.ofNullable(row.getString("reply_name")),
        Optional.ofNullable(row.getString("reply_hash")),
        EnclosedColumns.of(row));
  }

  private static NamedAddress party(ResultSet row, String which) throws SQLException {
    return DraftColumns.address(row.getString(which + "_name"), row.getString(which + "_address"))
        .orElseThrow();
  }
}
