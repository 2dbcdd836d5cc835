package org.postbag.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Reason;
import org.postbag.ledger.ReviewReason;
import org.postbag.ledger.State;
import org.postbag.reply.ChosenReply;
import org.postbag.review.breaker.Breakers;

/// What people decide. Each decision holds the draft's row at the version that the person saw,
/// moves the letter's state by compare-and-set and writes the ledger, in one transaction.
public final class Decisions {
  private static final Duration FARTHEST = Duration.ofDays(365);

  private final JdbcDrafts drafts;
  private final JdbcApprovals approvals;
  private final JdbcWarnings warnings;
  private final Guard guard;
  private final Ledger ledger;
  private final DecisionTurn turn;
  private final ReviewSettings settings;
  private final BiFunction<Long, TopicId, ChosenReply> write;
  private final InstantSource clock;
  private final ReplyFreezer freezer;
  private final DryRun dryRun;

  /// @param write makes the standard reply of a topic for a letter
  public Decisions(
      Database database,
      Ledger ledger,
      ReviewSettings settings,
      BiFunction<Long, TopicId, ChosenReply> write,
      InstantSource clock) {
    this.drafts = new JdbcDrafts(database);
    this.approvals = new JdbcApprovals(database);
    this.warnings = new JdbcWarnings(database);
    this.guard = new Guard(database, new Breakers(database, ledger, clock), settings);
    this.ledger = ledger;
    this.turn = new DecisionTurn(drafts, ledger);
    this.settings = settings;
    this.write = write;
    this.clock = clock;
    this.dryRun = new DryRun(database, ledger, clock);
    this.freezer = new ReplyFreezer(approvals, settings, clock);
  }

  /// Releases a reply without a warning, as it was seen, after the undo window.
  public Decision approve(DraftVersion draftVersion, Actor by) {
    return approve(draftVersion, Set.of(), Instant.MIN, by);
  }

  /// Releases the reply as it was seen, after the undo window and no sooner than a moment. Until it
  /// leaves, it can be undone.
  ///
  /// @param acknowledged the words of the warnings that the person has seen: all that it has
  public Decision approve(
      DraftVersion draftVersion, Set<String> acknowledged, Instant notBefore, Actor by) {
    return notBefore.isAfter(clock.instant().plus(FARTHEST))
        ? new Decision.Refused(List.of("A reply cannot wait longer than a year"))
        : turn.decide(draftVersion, item -> approved(item, acknowledged, notBefore, by));
  }

  /// Approves several in one transaction; each has its own outcome. A letter that needs a person is
  /// not approved in passing, and neither is one with a warning that not all of them have: nobody
  /// looks for one letter's warning in a pile.
  ///
  /// @param acknowledged the words of the warnings that the person has seen for all of them
  public List<Decision> approveAll(List<DraftVersion> all, Set<String> acknowledged, Actor by) {
    return ledger.inTurn(() -> {
      Set<String> seen = warnings.shared(all.stream().map(DraftVersion::letter).toList());
      seen.retainAll(acknowledged);
      return all.stream()
          .map(one -> turn.decide(one, item -> approvedInGroup(item, seen, by)))
          .toList();
    });
  }

  private Decision approvedInGroup(QueueItem item, Set<String> acknowledged, Actor by) {
    return ApprovalCheck.groupObjection(item)
        .orElseGet(() -> approved(item, acknowledged, Instant.MIN, by));
  }

  private Decision approved(QueueItem item, Set<String> acknowledged, Instant notBefore, Actor by) {
    return ApprovalCheck.objection(item, acknowledged, settings.senders())
        .orElseGet(
            () -> dryRun.isOn() ? practised(item, notBefore, by) : released(item, notBefore, by));
  }

  private Decision released(QueueItem item, Instant notBefore, Actor by) {
    return turn.moved(
        item,
        State.APPROVED,
        by,
        DecisionReason.APPROVED,
        () -> freezer.freeze(item, notBefore, by));
  }

  private Decision practised(QueueItem item, Instant notBefore, Actor by) {
    Runnable write =
        () -> {
          freezer.freeze(item, notBefore, by);
          approvals.practise(item.letter());
        };
    return turn.moved(item, State.PRACTISED, by, DecisionReason.PRACTISED, write);
  }

  /// Takes an approval back, as long as no sender has claimed the reply.
  public Decision undo(long letter, Actor by) {
    return turn.decideNow(
        letter, item -> isUndoable(item.state()) ? undone(item, by) : turn.stale(item));
  }

  private static boolean isUndoable(State state) {
    return state == State.APPROVED || state == State.PRACTISED;
  }

  private Decision undone(QueueItem item, Actor by) {
    State back = item.reason().isEmpty() ? State.WAITING : State.NEEDS_PERSON;
    return turn.moved(item, back, by, DecisionReason.UNDONE, () -> approvals.undo(item.letter()));
  }

  /// Changes the text; the letter waits for approval afterwards.
  public Decision edit(DraftVersion draftVersion, String subject, String text, Actor by) {
    return turn.decide(
        draftVersion,
        item ->
            item.reply().isEmpty()
                ? new Decision.Refused(List.of("There is no reply to edit: choose a topic first"))
                : turn.changed(
                    item,
                    State.WAITING,
                    by,
                    DecisionReason.EDITED,
                    () -> drafts.edit(item.letter(), subject, text, clock.instant())));
  }

  /// Another topic, with its standard reply.
  public Decision assign(DraftVersion draftVersion, TopicId topic, Actor by) {
    return turn.decide(draftVersion, item -> assigned(item, topic, by));
  }

  private Decision assigned(QueueItem item, TopicId topic, Actor by) {
    ChosenReply chosen = guard.chosen(item, topic, write.apply(item.letter(), topic));
    State state = chosen.answer().isPresent() ? State.WAITING : State.NEEDS_PERSON;
    Optional<ReviewReason> reason =
        chosen.answer().isPresent() ? Optional.empty() : Optional.of(DraftReason.NO_REPLY_FILE);
    return turn.changed(
        item,
        state,
        by,
        new Reason.Assigned(Optional.of(topic.value())),
        () -> drafts.assign(item.letter(), topic, reason, chosen, clock.instant()));
  }

  /// None of the topics fits: the letter is left to a person, and learned from as such.
  public Decision noTopic(DraftVersion draftVersion, Actor by) {
    return turn.decide(
        draftVersion,
        item ->
            turn.changed(
                item,
                State.NEEDS_PERSON,
                by,
                new Reason.Assigned(Optional.empty()),
                () ->
                    drafts.assign(
                        item.letter(),
                        null,
                        Optional.of(DraftReason.NO_TOPIC),
                        ChosenReply.NONE,
                        clock.instant())));
  }

  /// No reply is due.
  public Decision close(DraftVersion draftVersion, Actor by) {
    return turn.decide(
        draftVersion,
        item -> turn.moved(item, State.CLOSED, by, DecisionReason.NO_REPLY_NEEDED, () -> {}));
  }

  /// Puts a letter back before a person: one that was closed or set aside, or whose reply failed.
  public Decision reopen(long letter, Actor by) {
    return turn.decideNow(
        letter,
        item ->
            switch (item.state()) {
              case CLOSED, SET_ASIDE, FAILED ->
                  turn.moved(
                      item,
                      State.NEEDS_PERSON,
                      by,
                      DecisionReason.REOPENED,
                      () -> approvals.undo(letter));
              case KEPT,
                  WAITING,
                  NEEDS_PERSON,
                  SNOOZED,
                  PRACTISED,
                  APPROVED,
                  SENDING,
                  SENT,
                  UNCLEAR ->
                  turn.stale(item);
            });
  }
}
