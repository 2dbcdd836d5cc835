package org.postbag.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.Reason;
import org.postbag.ledger.ReviewReason;
import org.postbag.ledger.State;
import org.postbag.reply.ChosenReply;
import org.postbag.reply.Draft;
import org.postbag.reply.Proposal;
import org.postbag.reply.Warning;
import org.postbag.review.breaker.Breakers;

/// Holds a draft against the office's own records: where the letter goes, and what a person must
/// have seen besides what the letter itself shows.
final class Guard {
  private final JdbcHistory rows;
  private final JdbcApprovals approvals;
  private final DraftLimits limits;
  private final ReviewSettings settings;

  Guard(Database database, Breakers breakers, ReviewSettings settings) {
    this.rows = new JdbcHistory(database);
    this.approvals = new JdbcApprovals(database);
    this.limits = new DraftLimits(database, breakers, settings);
    this.settings = settings;
  }

  /// Where a letter goes.
  ///
  /// @param reason why a person must decide; empty when the draft simply waits
  record Outcome(State state, Optional<ReviewReason> reason, List<Warning> warnings) {
    /// The same with a draft that is one too many to be ready.
    Outcome stopped() {
      return new Outcome(State.NEEDS_PERSON, Optional.of(DraftReason.DRAFTS_STOPPED), warnings);
    }

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
              history(draft, person.suggestion()).addTo(draft.warnings(), settings));
      case Proposal.Answer answer -> answered(draft, answer);
    };
  }

  private Outcome answered(Draft draft, Proposal.Answer answer) {
    Optional<ReviewReason> reason = limits.objection(draft, answer);
    return new Outcome(
        reason.isPresent() ? State.NEEDS_PERSON : State.WAITING,
        reason,
        history(draft, Optional.of(answer)).addTo(draft.warnings(), settings));
  }

  private WriterHistory history(Draft draft, Optional<Proposal.Answer> answer) {
    return history(
        new JdbcHistory.Subject(
            draft.kept().id(),
            draft.letter().from().map(NamedAddress::address),
            draft.kept().received()),
        draft.match().topic().orElse(null),
        DraftLimits.references(draft.letter()),
        answer);
  }

  private WriterHistory history(
      JdbcHistory.Subject subject,
      @Nullable TopicId topic,
      List<MessageId> references,
      Optional<Proposal.Answer> answer) {
    Optional<Proposal.Answer> standard = answer.filter(Proposal.Answer::isStandard);
    return new WriterHistory(
        rows.lettersInADay(subject, settings.floodLimit()),
        standard.filter(reply -> limits.isAnswered(subject, topic, reply)).isPresent(),
        approvals.isOurs(references),
        standard.filter(rows::isNew).isPresent());
  }

  /// A reply that a person chose, with what the records say of it.
  ///
  /// @param topic null for a reply that is no topic's
  ChosenReply chosen(QueueItem item, @Nullable TopicId topic, ChosenReply reply) {
    WriterHistory history =
        history(
            new JdbcHistory.Subject(
                item.letter(), item.from().map(NamedAddress::address), item.received()),
            topic,
            reply.answer().map(answer -> answer.thread().references()).orElse(List.of()),
            reply.answer());
    return new ChosenReply(reply.answer(), history.addTo(reply.warnings(), settings));
  }
}
