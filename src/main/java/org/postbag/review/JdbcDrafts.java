package org.postbag.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;
import org.postbag.email.ReplyThread;
import org.postbag.ledger.ReviewReason;
import org.postbag.matching.Match;
import org.postbag.matching.campaign.Campaign;
import org.postbag.reply.Draft;
import org.postbag.reply.Proposal;
import tools.jackson.databind.json.JsonMapper;

/// The drafts' rows.
final class JdbcDrafts {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SNIPPET = 200;

  private final Database database;

  JdbcDrafts(Database database) {
    this.database = database;
  }

  void insert(Draft draft, Optional<ReviewReason> reason, Instant at) {
    Optional<Proposal.Answer> answer = DraftColumns.answer(draft.proposal());
    Match match = draft.match();
    Optional<NamedAddress> from = draft.letter().from();
    database
        .sql(
            "INSERT INTO draft (letter_id, version, mailbox, received, from_name, from_address,"
                + " subject, snippet, language, topic, probability, match, reason, reply_name,"
                + " reply_hash, to_name, to_address, reply_subject, in_reply_to, refs, text,"
                + " attachments, quote, campaign, updated)"
                + " VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?)")
        .params(
            row(
                draft.kept().id(),
                draft.kept().uid().mailbox(),
                draft.kept().received().toEpochMilli(),
                from.map(NamedAddress::name).orElse(null),
                from.map(f -> f.address().toString()).orElse(null),
                draft.letter().subject(),
                snippet(draft.letter().visibleText()),
                draft.letter().language(),
                match.topic().map(TopicId::value).orElse(null),
                match.probability(),
                JSON.writeValueAsString(match),
                DraftColumns.word(reason)))
        .params(replyColumns(answer.orElse(null)))
        .params(row(match.campaign().map(Campaign::first).orElse(null), at.toEpochMilli()))
        .update();
    match.campaign().ifPresent(campaign -> joined(campaign.first()));
  }

  /// A letter that another is like is the first of a campaign.
  private void joined(long first) {
    database
        .sql("UPDATE draft SET campaign = letter_id WHERE letter_id = ? AND campaign IS NULL")
        .param(first)
        .update();
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    List<@Nullable Object> row = new ArrayList<>();
    Collections.addAll(row, values);
    return row;
  }

  private static List<@Nullable Object> replyColumns(Proposal.@Nullable Answer answer) {
    if (answer == null) {
      return row(null, null, null, null, null, null, null, null, null, null);
    }
    ReplyThread thread = answer.thread();
    return row(
        answer.replyName(),
        answer.replyHash(),
        answer.to().name(),
        answer.to().address().toString(),
        thread.subject(),
        thread.inReplyTo().map(MessageId::value).orElse(null),
        References.join(thread.references()),
        answer.text(),
        EnclosedColumns.join(answer.enclosed().attachments()),
        answer.enclosed().quote());
  }

  private static String snippet(String text) {
    String begin = text.substring(0, Math.min(text.length(), 10 * SNIPPET));
    String line = begin.replaceAll("\\s+", " ").strip();
    return line.length() <= SNIPPET
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, SNIPPET)));
  }

  /// Takes the row for a decision on that version: 1 row = it is still what the person saw, and
  /// stays so until the transaction ends; 0 rows = it changed.
  boolean hold(Seen seen) {
    return database
            .sql("UPDATE draft SET version = version WHERE letter_id = ? AND version = ?")
            .params(seen.letter(), seen.version())
            .update()
        == 1;
  }

  void edit(long letter, String subject, String text, Instant at) {
    database
        .sql(
            "UPDATE draft SET reply_subject = ?, text = ?, edited = 1, reason = '',"
                + " version = version + 1, updated = ? WHERE letter_id = ?")
        .params(subject, text, at.toEpochMilli(), letter)
        .update();
  }

  /// Another topic, or none, with the reply that it brings, or none.
  void assign(
      long letter,
      @Nullable TopicId topic,
      Optional<ReviewReason> reason,
      Proposal.@Nullable Answer answer,
      Instant at) {
    database
        .sql(
            "UPDATE draft SET topic = ?, reason = ?, reply_name = ?, reply_hash = ?, to_name = ?,"
                + " to_address = ?, reply_subject = ?, in_reply_to = ?, refs = ?, text = ?,"
                + " attachments = ?, quote = ?, edited = 0, version = version + 1, updated = ? WHERE letter_id = ?")
        .params(row(topic == null ? null : topic.value(), DraftColumns.word(reason)))
        .params(replyColumns(answer))
        .params(row(at.toEpochMilli(), letter))
        .update();
  }

  /// What the matcher says now, for a draft that no person has touched.
  void redo(Draft draft, Optional<ReviewReason> reason, Instant at) {
    database
        .sql(
            "UPDATE draft SET topic = ?, probability = ?, match = ?, reason = ?, reply_name = ?,"
                + " reply_hash = ?, to_name = ?, to_address = ?, reply_subject = ?, in_reply_to = ?,"
                + " refs = ?, text = ?, attachments = ?, quote = ?, version = version + 1,"
                + " updated = ?"
                + " WHERE letter_id = ?")
        .params(
            row(
                draft.match().topic().map(TopicId::value).orElse(null),
                draft.match().probability(),
                JSON.writeValueAsString(draft.match()),
                DraftColumns.word(reason)))
        .params(replyColumns(DraftColumns.answer(draft.proposal()).orElse(null)))
        .params(row(at.toEpochMilli(), draft.kept().id()))
        .update();
  }

  /// What the matcher says now of a draft that stays the same, in the version that was seen.
  void reason(Draft draft) {
    Match match = draft.match();
    database
        .sql("UPDATE draft SET probability = ?, match = ? WHERE letter_id = ?")
        .params(match.probability(), JSON.writeValueAsString(match), draft.kept().id())
        .update();
  }

  /// Why a person must decide again; the version moves on, so that what was seen before is stale.
  void ask(long letter, ReviewReason reason, Optional<StandardReply> reply) {
    database
        .sql(
            "UPDATE draft SET reason = ?, reply_hash = coalesce(?, reply_hash),"
                + " attachments = coalesce(?, attachments), version = version + 1"
                + " WHERE letter_id = ?")
        .params(
            row(
                reason.word(),
                reply.map(StandardReply::hash).orElse(null),
                reply.map(r -> EnclosedColumns.join(r.attachments())).orElse(null),
                letter))
        .update();
  }

  Optional<TopicId> topicOf(long letter) {
    return database
        .sql("SELECT topic FROM draft WHERE letter_id = ? AND topic IS NOT NULL")
        .param(letter)
        .query((row, _) -> new TopicId(row.getString(1)))
        .optional();
  }

  Optional<QueueItem> find(long letter) {
    return database
        .sql(DraftColumns.SELECT + " WHERE d.letter_id = ?")
        .param(letter)
        .query((row, _) -> DraftColumns.item(row, JSON))
        .optional();
  }
}
