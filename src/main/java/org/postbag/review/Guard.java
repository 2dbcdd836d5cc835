package org.postbag.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.email.Letter;
import org.postbag.email.MessageId;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.Reason;
import org.postbag.ledger.ReviewReason;
import org.postbag.ledger.State;
import org.postbag.reply.ChosenReply;
import org.postbag.reply.Draft;
import org.postbag.reply.Proposal;
import org.postbag.reply.Warning;

/// Holds a draft against the office's own records: where the letter goes, and what a person must
/// have seen besides what the letter itself shows.
final class Guard {
  private final JdbcHistory rows;
  private final ReviewSettings settings;

  Guard(Database database, ReviewSettings settings) {
    this.rows = new JdbcHistory(database, settings.repeatAfter());
    this.settings = settings;
  }

  /// Where a letter goes.
  ///
  /// @param reason why a person must decide; empty when the draft simply waits
  record Outcome(State state, Optional<ReviewReason> reason, List<Warning> warnings) {
    Reason why() {
      return reason.<Reason>map(Function.identity()).orElse(DecisionReason.DRAFTED);
    }
  }

  Outcome outcome(Draft draft) {
    return switch (draft.proposal()) {
      case Proposal.SetAside aside ->
          new Outcome(State.SET_ASIDE, Optional.of(aside.reason()), List.of());
      case Proposal.ForPerson person ->
          new Outcome(
              State.NEEDS_PERSON,
              Optional.of(person.reason()),
              history(draft).addTo(draft.warnings(), settings));
      case Proposal.Answer _ -> answered(draft, history(draft));
    };
  }

  private Outcome answered(Draft draft, History history) {
    Optional<ReviewReason> reason = objection(history);
    return new Outcome(
        reason.isPresent() ? State.NEEDS_PERSON : State.WAITING,
        reason,
        history.addTo(draft.warnings(), settings));
  }

  /// One standard reply for one writer, topic and period (RFC 5230 §4.2 has the like); none at all
  /// for a writer who floods.
  private Optional<ReviewReason> objection(History history) {
    if (history.isFlood(settings)) {
      return Optional.of(DraftReason.FLOOD);
    }
    return history.answered() ? Optional.of(DraftReason.ANSWERED_BEFORE) : Optional.empty();
  }

  private History history(Draft draft) {
    String writer = draft.letter().from().map(f -> f.address().toString()).orElse("");
    return History.of(
        rows,
        new JdbcHistory.Subject(draft.kept().id(), writer, draft.kept().received()),
        draft.match().topic().orElse(null),
        references(draft.letter()),
        DraftColumns.answer(draft.proposal()));
  }

  private static List<MessageId> references(Letter letter) {
    return Stream.concat(letter.references().stream(), letter.inReplyTo().stream()).toList();
  }

  /// The reply of a topic that a person chose, with what the records say of it.
  ChosenReply chosen(QueueItem item, TopicId topic, ChosenReply reply) {
    String writer = item.from().map(from -> from.address().toString()).orElse("");
    History history =
        History.of(
            rows,
            new JdbcHistory.Subject(item.letter(), writer, item.received()),
            topic,
            reply.answer().map(answer -> answer.thread().references()).orElse(List.of()),
            reply.answer());
    return new ChosenReply(reply.answer(), history.addTo(reply.warnings(), settings));
  }
}
