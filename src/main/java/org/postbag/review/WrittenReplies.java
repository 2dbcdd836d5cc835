package org.postbag.review;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.postbag.database.Database;
import org.postbag.email.Address;
import org.postbag.email.NamedAddress;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.reply.ChosenReply;
import org.postbag.reply.Proposal;
import org.postbag.reply.Warning;
import org.postbag.reply.WarningKind;
import org.postbag.review.breaker.Breakers;

/// Replies that people write from nothing or pick by themselves, for letters with a topic and
/// without; and where a reply goes, if not to the writer. Each is a draft as any other: it is
/// approved with its warnings, and leaves by the same way.
public final class WrittenReplies {
  private static final Set<State> ADDRESSABLE =
      EnumSet.of(State.WAITING, State.NEEDS_PERSON, State.FAILED);

  private final JdbcDrafts drafts;
  private final JdbcWrittenDrafts written;
  private final JdbcApprovals approvals;
  private final Guard guard;
  private final DecisionTurn turn;
  private final ReviewSettings settings;
  private final ReplySource source;
  private final InstantSource clock;

  public WrittenReplies(
      Database database,
      Ledger ledger,
      ReviewSettings settings,
      ReplySource source,
      InstantSource clock) {
    this.drafts = new JdbcDrafts(database);
    this.written = new JdbcWrittenDrafts(database);
    this.approvals = new JdbcApprovals(database);
    this.guard = new Guard(database, new Breakers(database, ledger, clock), settings);
    this.turn = new DecisionTurn(drafts, ledger);
    this.settings = settings;
    this.source = source;
    this.clock = clock;
  }

  /// Where a reply comes from that is not written yet, to be shown in an editor.
  public ReplySource source() {
    return source;
  }

  /// A standard reply as it is, whatever the letter's topic.
  public Decision pick(DraftVersion seen, String replyName, Actor by) {
    return turn.decide(
        seen,
        item ->
            written(
                item,
                source.picked(item.letter(), replyName),
                DecisionReason.PICKED,
                false,
                UnaryOperator.identity(),
                by));
  }

  /// A standard reply with a person's own words in it.
  public Decision pick(DraftVersion seen, String replyName, String subject, String text, Actor by) {
    return turn.decide(
        seen,
        item ->
            written(
                item,
                source.picked(item.letter(), replyName),
                DecisionReason.PICKED,
                true,
                answer -> answer.with(subject, text),
                by));
  }

  /// A reply from nothing.
  public Decision write(DraftVersion seen, String subject, String text, Actor by) {
    return turn.decide(
        seen,
        item ->
            written(
                item,
                source.blank(item.letter()),
                DecisionReason.WRITTEN,
                true,
                answer -> answer.with(subject, text),
                by));
  }

  /// A message to somebody else, with the letter below it, in place of a reply.
  public Decision forward(
      DraftVersion seen, NamedAddress to, String subject, String text, Actor by) {
    if (isOwn(to.address())) {
      return refused(to.address() + " is a mailbox of your own office");
    }
    return turn.decide(
        seen,
        item ->
            written(
                item,
                forwarded(source.forward(item.letter(), to), to.address()),
                DecisionReason.PASSED_ON,
                true,
                answer -> answer.with(subject, text),
                by));
  }

  private static ChosenReply forwarded(ChosenReply reply, Address to) {
    String sentence = "The letter and its writer’s address go to " + to + ".";
    return new ChosenReply(
        reply.answer(), elsewhere(reply.warnings(), WarningKind.FORWARDED.warning(sentence)));
  }

  private Decision written(
      QueueItem item,
      ChosenReply chosen,
      DecisionReason why,
      boolean edited,
      UnaryOperator<Proposal.Answer> own,
      Actor by) {
    if (chosen.answer().isEmpty()) {
      return refused("There is no such reply for this letter, or nobody to send it to");
    }
    ChosenReply known = guard.chosen(item, null, chosen);
    ChosenReply reply = new ChosenReply(known.answer().map(own), known.warnings());
    return turn.changed(
        item,
        State.WAITING,
        by,
        why,
        () -> written.writeByHand(item.letter(), reply, edited, clock.instant()));
  }

  /// The reply goes to another address: one that was written wrongly, or that a server refused. A
  /// letter whose reply could not be sent is put before a person again.
  public Decision readdress(DraftVersion seen, Address to, Actor by) {
    if (isOwn(to)) {
      return refused(to + " is a mailbox of your own office");
    }
    return turn.decide(seen, ADDRESSABLE, item -> readdressed(item, to, by));
  }

  private Decision readdressed(QueueItem item, Address to, Actor by) {
    Optional<QueueItem.Reply> reply = item.reply();
    if (reply.isEmpty()) {
      return refused("There is no reply yet");
    }
    State back = item.state() == State.FAILED ? reopened(item) : item.state();
    NamedAddress corrected = new NamedAddress(reply.get().to().name(), to);
    Warning warning =
        WarningKind.REPLY_ELSEWHERE.warning(
            "The reply goes to " + to + ", which somebody put in by hand.");
    return turn.changed(
        item,
        back,
        by,
        DecisionReason.READDRESSED,
        () -> {
          approvals.undo(item.letter());
          written.readdress(
              item.letter(), corrected, elsewhere(item.warnings(), warning), clock.instant());
        });
  }

  private static State reopened(QueueItem item) {
    return item.reason().isEmpty() ? State.WAITING : State.NEEDS_PERSON;
  }

  private static List<Warning> elsewhere(List<Warning> warnings, Warning in) {
    List<Warning> others = new ArrayList<>(warnings);
    others.removeIf(warning -> warning.word().equals(WarningKind.REPLY_ELSEWHERE.word()));
    others.add(in);
    return WarningKind.inOrder(others);
  }

  private boolean isOwn(Address address) {
    return settings.senders().values().stream().anyMatch(own -> own.address().sameAs(address));
  }

  private static Decision refused(String why) {
    return new Decision.Refused(List.of(why));
  }
}
