package org.postbag.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.email.NamedAddress;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Move;
import org.postbag.ledger.Reason;
import org.postbag.ledger.ReviewReason;
import org.postbag.ledger.State;
import org.postbag.reply.Proposal;

/// What people decide. Each decision holds the draft's row at the version that the person saw,
/// moves the letter's state by compare-and-set and writes the ledger, in one transaction.
public final class Decisions {
  private static final Duration FARTHEST = Duration.ofDays(365);

  private final JdbcDrafts drafts;
  private final JdbcApprovals approvals;
  private final Ledger ledger;
  private final ReviewSettings settings;
  private final BiFunction<Long, TopicId, Optional<Proposal.Answer>> write;
  private final InstantSource clock;
  private final ReplyFreezer freezer;
  private final DryRun dryRun;

  /// @param write makes the standard reply of a topic for a letter; empty when the topic has none
  public Decisions(
      Database database,
      Ledger ledger,
      ReviewSettings settings,
      BiFunction<Long, TopicId, Optional<Proposal.Answer>> write,
      InstantSource clock) {
    this.drafts = new JdbcDrafts(database);
    this.approvals = new JdbcApprovals(database);
    this.ledger = ledger;
    this.settings = settings;
    this.write = write;
    this.clock = clock;
    this.dryRun = new DryRun(database, ledger, clock);
    this.freezer = new ReplyFreezer(approvals, settings.undoWindow(), clock);
  }

  /// Releases the reply as it was seen, after the undo window.
  public Decision approve(DraftVersion draftVersion, Actor by) {
    return approve(draftVersion, Instant.MIN, by);
  }

  /// Releases the reply as it was seen, after the undo window and no sooner than a moment. Until it
  /// leaves, it can be undone.
  public Decision approve(DraftVersion draftVersion, Instant notBefore, Actor by) {
    return notBefore.isAfter(clock.instant().plus(FARTHEST))
        ? new Decision.Refused(List.of("A reply cannot wait longer than a year"))
        : decide(draftVersion, item -> approved(item, notBefore, by));
  }

  /// Approves several in one transaction; each has its own outcome.
  public List<Decision> approveAll(List<DraftVersion> all, Actor by) {
    return ledger.inTurn(
        () -> all.stream().map(draftVersion -> approve(draftVersion, by)).toList());
  }

  private Decision approved(QueueItem item, Instant notBefore, Actor by) {
    if (item.reply().isEmpty()) {
      return new Decision.Refused(List.of("There is no reply: choose a topic or write one"));
    }
    QueueItem.Reply reply = item.reply().get();
    List<String> problems = ReplyCheck.problems(reply.thread().subject(), reply.text());
    Optional<NamedAddress> sender = Optional.ofNullable(settings.senders().get(item.mailbox()));
    if (!problems.isEmpty()) {
      return new Decision.Refused(problems);
    }
    if (sender.isEmpty()) {
      return new Decision.Refused(
          List.of("The mailbox " + item.mailbox() + " is no longer configured"));
    }
    return dryRun.isOn()
        ? practised(item, by, () -> freezer.freeze(item, reply, sender.get(), notBefore, by))
        : moved(
            item,
            State.APPROVED,
            by,
            DecisionReason.APPROVED,
            () -> freezer.freeze(item, reply, sender.get(), notBefore, by));
  }

  private Decision practised(QueueItem item, Actor by, Runnable freeze) {
    Runnable write =
        () -> {
          freeze.run();
          approvals.practise(item.letter());
        };
    return moved(item, State.PRACTISED, by, DecisionReason.PRACTISED, write);
  }

  /// Takes an approval back, as long as no sender has claimed the reply.
  public Decision undo(long letter, Actor by) {
    return decideNow(
        letter, item -> isUndoable(item.state()) ? undone(item, by) : stale(item));
  }

  private static boolean isUndoable(State state) {
    return state == State.APPROVED || state == State.PRACTISED;
  }

  private Decision undone(QueueItem item, Actor by) {
    State back = item.reason().isEmpty() ? State.WAITING : State.NEEDS_PERSON;
    return moved(item, back, by, DecisionReason.UNDONE, () -> approvals.undo(item.letter()));
  }

  /// Changes the text; the letter waits for approval afterwards.
  public Decision edit(DraftVersion draftVersion, String subject, String text, Actor by) {
    return decide(
        draftVersion,
        item ->
            item.reply().isEmpty()
                ? new Decision.Refused(List.of("There is no reply to edit: choose a topic first"))
                : changed(
                    item,
                    State.WAITING,
                    by,
                    DecisionReason.EDITED,
                    () -> drafts.edit(item.letter(), subject, text, clock.instant())));
  }

  /// Another topic, with its standard reply.
  public Decision assign(DraftVersion draftVersion, TopicId topic, Actor by) {
    return decide(draftVersion, item -> assigned(item, topic, by));
  }

  private Decision assigned(QueueItem item, TopicId topic, Actor by) {
    Optional<Proposal.Answer> answer = write.apply(item.letter(), topic);
    State state = answer.isPresent() ? State.WAITING : State.NEEDS_PERSON;
    Optional<ReviewReason> reason =
        answer.isPresent() ? Optional.empty() : Optional.of(DraftReason.NO_REPLY_FILE);
    Runnable write =
        () -> drafts.assign(item.letter(), topic, reason, answer.orElse(null), clock.instant());
    return changed(item, state, by, new Reason.Assigned(Optional.of(topic.value())), write);
  }

  /// None of the topics fits: the letter is left to a person, and learned from as such.
  public Decision noTopic(DraftVersion draftVersion, Actor by) {
    return decide(
        draftVersion,
        item ->
            changed(
                item,
                State.NEEDS_PERSON,
                by,
                new Reason.Assigned(Optional.empty()),
                () ->
                    drafts.assign(
                        item.letter(),
                        null,
                        Optional.of(DraftReason.NO_TOPIC),
                        null,
                        clock.instant())));
  }

  /// No reply is due.
  public Decision close(DraftVersion draftVersion, Actor by) {
    return decide(
        draftVersion,
        item -> moved(item, State.CLOSED, by, DecisionReason.NO_REPLY_NEEDED, () -> {}));
  }

  /// Puts a letter back before a person: one that was closed or set aside, or whose reply failed.
  public Decision reopen(long letter, Actor by) {
    return decideNow(
        letter,
        item ->
            switch (item.state()) {
              case CLOSED, SET_ASIDE, FAILED ->
                  moved(
                      item,
                      State.NEEDS_PERSON,
                      by,
                      DecisionReason.REOPENED,
                      () -> approvals.undo(letter));
              case KEPT, WAITING, NEEDS_PERSON, PRACTISED, APPROVED, SENDING, SENT, UNCLEAR -> stale(item);
            });
  }

  private Decision decide(DraftVersion draftVersion, Function<QueueItem, Decision> decision) {
    return ledger.inTurn(() -> {
      boolean held = drafts.lockRow(draftVersion);
      Optional<QueueItem> item = drafts.find(draftVersion.letter());
      if (item.isEmpty()) {
        return new Decision.Unknown();
      }
      boolean undecided =
          item.get().state() == State.WAITING || item.get().state() == State.NEEDS_PERSON;
      return held && undecided ? decision.apply(item.get()) : stale(item.get());
    });
  }

  private Decision decideNow(long letter, Function<QueueItem, Decision> decision) {
    return ledger.inTurn(() -> drafts.find(letter).map(decision).orElse(new Decision.Unknown()));
  }

  /// A decision that moves the state; nothing is written when somebody was faster.
  private Decision moved(QueueItem item, State to, Actor by, Reason why, Runnable write) {
    if (!ledger.move(new Move(item.letter(), item.state(), to, by, why))) {
      return stale(item);
    }
    write.run();
    return new Decision.Done(to, item.version());
  }

  /// A decision that changes the draft, and the state where it differs.
  private Decision changed(QueueItem item, State to, Actor by, Reason why, Runnable write) {
    if (!ledger.move(new Move(item.letter(), item.state(), to, by, why))) {
      return stale(item);
    }
    write.run();
    return new Decision.Done(to, item.version() + 1);
  }

  private Decision stale(QueueItem item) {
    var history = ledger.history(item.letter());
    String by = history.isEmpty() ? Actor.POSTBAG.name() : history.getLast().actor();
    return new Decision.Stale(ledger.state(item.letter()), item.version(), by);
  }
}
