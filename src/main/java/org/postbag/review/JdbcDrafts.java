package org.postbag.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.MailboxScope;
import org.postbag.email.NamedAddress;
import org.postbag.ledger.ReviewReason;
import org.postbag.matching.Match;
import org.postbag.matching.campaign.Campaign;
import org.postbag.reply.ChosenReply;
import org.postbag.reply.Draft;
import org.postbag.reply.Warning;
import org.postbag.reply.WriterHome;

/// The table `draft`: one draft at a time.
final class JdbcDrafts {
  private static final int SNIPPET = 200;

  private final Database database;
  private final JdbcMatches matches;
  private final JdbcReplyWordings wordings;

  JdbcDrafts(Database database) {
    this.database = database;
    this.matches = new JdbcMatches(database);
    this.wordings = new JdbcReplyWordings(database);
  }

  void insert(Draft draft, Optional<ReviewReason> reason, List<Warning> warnings, Instant at) {
    Match match = draft.match();
    Optional<NamedAddress> from = draft.letter().from();
    database
        .sql(
            """
            INSERT INTO draft (letter_id, version, mailbox, received, from_name, from_address,
              from_canonical, subject, snippet, language, topic, matched,
              probability, runner_up, also, abstained, reason,
              reply_name, reply_hash, to_name, to_address, to_canonical, reply_subject, in_reply_to,
              refs, packed, wording,
              attachments, quote, campaign, warnings, urgent, home, updated)
            VALUES (:letter, 1, :mailbox, :received, :fromName, :fromAddress,
              :fromCanonical, :subject, :snippet, :language, :topic, :matched,
              :probability, :runnerUp, :also, :abstained, :reason,
              :replyName, :replyHash, :toName, :toAddress, :toCanonical, :replySubject, :inReplyTo,
              :refs, :packed, :wording,
              :attachments, :quote, :campaign, :warnings, :urgent, :home, :updated)
            """)
        .param("letter", draft.kept().id())
        .param("mailbox", draft.kept().uid().mailbox())
        .param("received", draft.kept().received().toEpochMilli())
        .param("fromName", from.map(NamedAddress::name).orElse(null))
        .param("fromAddress", from.map(f -> f.address().toString()).orElse(null))
        .param("fromCanonical", from.map(f -> f.address().canonical().toString()).orElse(null))
        .param("subject", draft.letter().subject())
        .param("snippet", snippet(draft.letter().visibleText()))
        .param("language", draft.letter().language())
        .params(DraftColumns.matchParameters(match.summary()))
        .param("reason", DraftColumns.word(reason))
        .params(DraftColumns.replyParameters(DraftColumns.answer(draft.proposal()), wordings))
        .param("campaign", match.campaign().map(Campaign::first).orElse(null))
        .param("warnings", WarningColumn.join(warnings))
        .param("urgent", DraftColumns.urgent(reason))
        .param("home", draft.home().map(WriterHome::word).orElse(null))
        .param("updated", at.toEpochMilli())
        .update();
    matches.write(draft.kept().id(), match);
    match.campaign().ifPresent(campaign -> joined(campaign.first()));
  }

  /// A letter that a later one resembles is the first of a campaign.
  private void joined(long first) {
    database
        .sql("UPDATE draft SET campaign = letter_id WHERE letter_id = :first AND campaign IS NULL")
        .param("first", first)
        .update();
  }

  private static String snippet(String text) {
    String begin = text.substring(0, Math.min(text.length(), 10 * SNIPPET));
    String line = begin.replaceAll("\\s+", " ").strip();
    return line.length() <= SNIPPET
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, SNIPPET)));
  }

  /// Locks the row for a decision on that version: 1 row = it is still what the person saw, and
  /// stays so until the transaction ends; 0 rows = it has changed.
  boolean lockRow(DraftVersion draftVersion) {
    return database
            .sql(
                """
                UPDATE draft SET version = version
                WHERE letter_id = :letter AND version = :version
                """)
            .param("letter", draftVersion.letter())
            .param("version", draftVersion.version())
            .update()
        == 1;
  }

  void edit(long letter, String subject, String text, Instant at) {
    JdbcReplyWordings.Packed packed = wordings.pack(Optional.of(text), replyOf(letter));
    database
        .sql(
            """
            UPDATE draft
            SET reply_subject = :subject, text = NULL, packed = :packed, wording = :wording,
              edited = 1, reason = '',
              version = version + 1, updated = :updated
            WHERE letter_id = :letter
            """)
        .param("subject", subject)
        .param("packed", packed.packed())
        .param("wording", packed.wording())
        .param("updated", at.toEpochMilli())
        .param("letter", letter)
        .update();
  }

  /// Which version of a standard reply the draft was made from.
  private Optional<String> replyOf(long letter) {
    return database
        .sql("SELECT reply_hash FROM draft WHERE letter_id = :letter AND reply_hash IS NOT NULL")
        .param("letter", letter)
        .query(String.class)
        .optional();
  }

  /// Another topic, or none, with the reply that it brings, or none.
  void assign(
      long letter,
      @Nullable TopicId topic,
      Optional<ReviewReason> reason,
      ChosenReply reply,
      Instant at) {
    database
        .sql(
            """
            UPDATE draft
            SET topic = :topic, reason = :reason, reply_name = :replyName, reply_hash = :replyHash,
              to_name = :toName, to_address = :toAddress, to_canonical = :toCanonical,
              reply_subject = :replySubject,
              in_reply_to = :inReplyTo, refs = :refs, text = NULL, packed = :packed, wording = :wording,
              attachments = :attachments,
              quote = :quote, warnings = :warnings, edited = 0, by_hand = 0, version = version + 1,
              updated = :updated
            WHERE letter_id = :letter
            """)
        .param("topic", topic == null ? null : topic.value())
        .param("reason", DraftColumns.word(reason))
        .params(DraftColumns.replyParameters(reply.answer(), wordings))
        .param("warnings", WarningColumn.join(reply.warnings()))
        .param("updated", at.toEpochMilli())
        .param("letter", letter)
        .update();
  }

  /// A new match and reply, for a draft that no person has touched.
  void redo(Draft draft, Optional<ReviewReason> reason, List<Warning> warnings, Instant at) {
    database
        .sql(
            """
            UPDATE draft
            SET topic = :topic, matched = :matched, probability = :probability,
              runner_up = :runnerUp, also = :also, abstained = :abstained, reason = :reason,
              reply_name = :replyName, reply_hash = :replyHash, to_name = :toName,
              to_address = :toAddress, to_canonical = :toCanonical,
              reply_subject = :replySubject, in_reply_to = :inReplyTo,
              refs = :refs, text = NULL, packed = :packed, wording = :wording,
              attachments = :attachments, quote = :quote,
              warnings = :warnings, urgent = :urgent, version = version + 1, updated = :updated
            WHERE letter_id = :letter
            """)
        .param("warnings", WarningColumn.join(warnings))
        .param("urgent", DraftColumns.urgent(reason))
        .params(DraftColumns.matchParameters(draft.match().summary()))
        .param("reason", DraftColumns.word(reason))
        .params(DraftColumns.replyParameters(DraftColumns.answer(draft.proposal()), wordings))
        .param("updated", at.toEpochMilli())
        .param("letter", draft.kept().id())
        .update();
    matches.write(draft.kept().id(), draft.match());
  }

  /// A new match that leaves the draft as it is, and so its version.
  void reason(Draft draft) {
    database
        .sql(
            """
            UPDATE draft
            SET matched = :matched, probability = :probability, runner_up = :runnerUp,
              also = :also, abstained = :abstained
            WHERE letter_id = :letter
            """)
        .params(DraftColumns.matchParameters(draft.match().summary()))
        .param("letter", draft.kept().id())
        .update();
    matches.write(draft.kept().id(), draft.match());
  }

  /// Why a person must decide again; a new version, so that a decision on the old one fails.
  void ask(long letter, ReviewReason reason, Optional<StandardReply> reply) {
    database
        .sql(
            """
            UPDATE draft
            SET reason = :reason, reply_hash = coalesce(:replyHash, reply_hash),
              attachments = coalesce(:attachments, attachments), version = version + 1
            WHERE letter_id = :letter
            """)
        .param("reason", reason.word())
        .param("replyHash", reply.map(StandardReply::hash).orElse(null))
        .param("attachments", reply.map(r -> EnclosedColumns.join(r.attachments())).orElse(null))
        .param("letter", letter)
        .update();
  }

  Optional<TopicId> topicOf(long letter) {
    return database
        .sql("SELECT topic FROM draft WHERE letter_id = :letter AND topic IS NOT NULL")
        .param("letter", letter)
        .query((row, _) -> new TopicId(row.getString(1)))
        .optional();
  }

  Optional<QueueItem> find(long letter) {
    MailboxScope scope = MailboxScope.current();
    return database
        .sql(DraftColumns.SELECT + "WHERE d.letter_id = :letter" + scope.and("d.mailbox"))
        .param("scope", scope.parameter())
        .param("letter", letter)
        .query(DraftColumns::item)
        .optional();
  }
}
