package org.postbag.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.database.PackedText;
import org.postbag.email.Address;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;
import org.postbag.email.ReplyThread;
import org.postbag.ledger.HelpReason;
import org.postbag.ledger.ReviewReason;
import org.postbag.ledger.State;
import org.postbag.matching.MatchSummary;
import org.postbag.reply.Enclosed;
import org.postbag.reply.Proposal;

/// Reads a row of the table `draft` with its letter's state, and writes the columns of its reply.
final class DraftColumns {
  static final String SELECT_ALL = "SELECT d.*, s.state, " + PackedText.wordingOf("d") + " ";

  static final String SELECT =
      SELECT_ALL + "FROM draft d JOIN letter_state s ON s.letter_id = d.letter_id ";

  private DraftColumns() {}

  static String word(Optional<ReviewReason> reason) {
    return reason.map(ReviewReason::word).orElse("");
  }

  /// 1 where somebody may need help at once.
  static int urgent(Optional<ReviewReason> reason) {
    return reason.isPresent() && reason.get() instanceof HelpReason help && help.urgent() ? 1 : 0;
  }

  static Optional<Proposal.Answer> answer(Proposal proposal) {
    return switch (proposal) {
      case Proposal.Answer answer -> Optional.of(answer);
      case Proposal.ForPerson person -> person.suggestion();
      case Proposal.SetAside _ -> Optional.empty();
    };
  }

  /// The parameters for the columns of a reply; all null when there is none.
  static Map<String, @Nullable Object> replyParameters(
      Optional<Proposal.Answer> answer, JdbcReplyWordings wordings) {
    Optional<NamedAddress> to = answer.map(Proposal.Answer::to);
    Optional<ReplyThread> thread = answer.map(Proposal.Answer::thread);
    Optional<Enclosed> enclosed = answer.map(Proposal.Answer::enclosed);
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put(
        "replyName", answer.map(Proposal.Answer::replyName).filter(n -> !n.isEmpty()).orElse(null));
    values.put(
        "replyHash", answer.map(Proposal.Answer::replyHash).filter(h -> !h.isEmpty()).orElse(null));
    values.put("toName", to.map(NamedAddress::name).orElse(null));
    values.put("toAddress", to.map(t -> t.address().toString()).orElse(null));
    values.put("toCanonical", to.map(t -> t.address().canonical().toString()).orElse(null));
    values.put("replySubject", thread.map(ReplyThread::subject).orElse(null));
    values.put(
        "inReplyTo", thread.flatMap(ReplyThread::inReplyTo).map(MessageId::value).orElse(null));
    values.put("refs", thread.map(t -> References.join(t.references())).orElse(null));
    JdbcReplyWordings.Packed text =
        wordings.pack(answer.map(Proposal.Answer::text), answer.map(Proposal.Answer::replyHash));
    values.put("packed", text.packed());
    values.put("wording", text.wording());
    values.put(
        "attachments", enclosed.map(e -> EnclosedColumns.join(e.attachments())).orElse(null));
    values.put("quote", enclosed.map(Enclosed::quote).orElse(null));
    return values;
  }

  static QueueItem item(ResultSet row, int number) throws SQLException {
    return new QueueItem(
        row.getLong("letter_id"),
        row.getInt("version"),
        state(row.getString("state")),
        row.getString("mailbox"),
        Instant.ofEpochMilli(row.getLong("received")),
        address(row.getString("from_name"), row.getString("from_address")),
        row.getString("subject"),
        row.getString("snippet"),
        row.getString("language"),
        topic(row, "topic"),
        match(row),
        Optional.of(row.getLong("campaign")).filter(first -> first > 0),
        ReviewReason.of(row.getString("reason")),
        reply(row),
        WarningColumn.split(row.getString("warnings")),
        Instant.ofEpochMilli(row.getLong("updated")));
  }

  private static MatchSummary match(ResultSet row) throws SQLException {
    return new MatchSummary(
        topic(row, "matched"),
        row.getDouble("probability"),
        topic(row, "runner_up"),
        row.getInt("abstained") == 1,
        topic(row, "also"));
  }

  private static Optional<TopicId> topic(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(TopicId::new);
  }

  /// The parameters for the columns of a match.
  static Map<String, @Nullable Object> matchParameters(MatchSummary match) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("topic", match.topic().map(TopicId::value).orElse(null));
    values.put("matched", match.topic().map(TopicId::value).orElse(null));
    values.put("probability", match.probability());
    values.put("runnerUp", match.runnerUp().map(TopicId::value).orElse(null));
    values.put("also", match.also().map(TopicId::value).orElse(null));
    values.put("abstained", match.abstained() ? 1 : 0);
    return values;
  }

  private static Optional<QueueItem.Reply> reply(ResultSet row) throws SQLException {
    Optional<NamedAddress> to = address(row.getString("to_name"), row.getString("to_address"));
    if (to.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new QueueItem.Reply(
            to.get(),
            thread(row, "reply_subject"),
            PackedText.of(row).orElseThrow(),
            Optional.ofNullable(row.getString("reply_name")),
            Optional.ofNullable(row.getString("reply_hash")),
            EnclosedColumns.of(row),
            row.getInt("edited") == 1,
            row.getInt("by_hand") == 1));
  }

  static ReplyThread thread(ResultSet row, String subject) throws SQLException {
    return new ReplyThread(
        row.getString(subject),
        Optional.ofNullable(row.getString("in_reply_to")).map(MessageId::new),
        References.split(row.getString("refs")));
  }

  static Optional<NamedAddress> address(@Nullable String name, @Nullable String address) {
    return Optional.ofNullable(address)
        .flatMap(Address::parse)
        .map(parsed -> new NamedAddress(name, parsed));
  }

  static State state(String label) {
    return State.of(label)
        .orElseThrow(() -> new IllegalStateException("no state is called " + label));
  }
}
