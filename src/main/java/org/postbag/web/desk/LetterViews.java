package org.postbag.web.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Markdown;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.intake.LetterStore;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.ReviewReason;
import org.postbag.ledger.State;
import org.postbag.matching.Evidence;
import org.postbag.matching.Match;
import org.postbag.matching.Matching;
import org.postbag.reply.Proposal;
import org.postbag.reply.ReplyComposer;
import org.postbag.review.EarlierLetter;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.sending.Refusals;
import org.postbag.web.Role;
import org.postbag.web.StaffMember;

/// Lays a letter beside its draft.
final class LetterViews {
  private final ReviewQueue queue;
  private final LetterStore letters;
  private final LetterReader reader;
  private final Ledger ledger;
  private final Supplier<Catalog> catalog;
  private final ReplyComposer composer;
  private final TopicChoices choices;
  private final UnclearView doubts;
  private final Refusals refusals;
  private final HandlingViews handling;
  private final Times times;

  LetterViews(
      ReviewQueue queue,
      LetterStore letters,
      LetterReader reader,
      Ledger ledger,
      Supplier<Catalog> catalog,
      ReplyComposer composer,
      Matching matching,
      UnclearView doubts,
      Refusals refusals,
      HandlingViews handling,
      Times times) {
    this.queue = queue;
    this.letters = letters;
    this.reader = reader;
    this.ledger = ledger;
    this.catalog = catalog;
    this.composer = composer;
    this.choices = new TopicChoices(catalog, matching);
    this.doubts = doubts;
    this.refusals = refusals;
    this.handling = handling;
    this.times = times;
  }

  /// @param looks the person who looks
  Optional<LetterView> of(long id, StaffMember looks) {
    return queue.find(id).map(item -> sheet(item, looks));
  }

  private LetterView sheet(QueueItem item, StaffMember looks) {
    Optional<Letter> letter = letters.find(item.letter()).map(kept -> kept.read(reader));
    Match match = queue.matchOf(item.letter()).orElse(Match.NONE);
    return new LetterView(
        item.letter(),
        item.version(),
        Originals.of(
            item, match, letter, letter.flatMap(composer::writer), composer::helpIn, times),
        Labels.state(item.state()),
        item.reason().map(ReviewReason::sentence),
        gate(item, match),
        Labels.isUrgent(item.reason()),
        why(item, match),
        item.reply().map(reply -> draft(item, reply, letter)),
        WarningView.of(item.warnings(), letter),
        choices.both(item),
        choices.all(item, match, letter),
        choices.likeliest(item, match, letter),
        choices.replies(),
        leaving(item),
        refused(item),
        doubts.of(item),
        ledger.history(item.letter()).stream()
            .map(entry -> new LetterView.Line(times.of(entry.at()), Labels.story(entry)))
            .toList(),
        earlier(item, letter),
        handling.of(item, looks),
        actions(item, looks));
  }

  /// What kept a letter of an unsure topic waiting, in numbers.
  private static Optional<String> gate(QueueItem item, Match match) {
    return item.reason()
        .filter(reason -> reason == DraftReason.UNSURE)
        .flatMap(_ -> match.gate())
        .map(Match.Gate::sentence);
  }

  private List<LetterView.Earlier> earlier(QueueItem item, Optional<Letter> letter) {
    return queue.earlier(item, letter).stream()
        .map(other ->
            new LetterView.Earlier(
                other.letter(),
                times.of(other.received()),
                other.subject().isBlank() ? "(no subject)" : other.subject(),
                outcome(other),
                other.repliedAt().map(times::of),
                other.isOpen(),
                other.sameThread()))
        .toList();
  }

  private String outcome(EarlierLetter other) {
    String state = Labels.state(other.state());
    String reply = other.replyName().map(name -> " with “" + name + "”").orElse("");
    return other.repliedAt().map(at -> state + ", approved " + times.of(at) + reply).orElse(state);
  }

  private static LetterView.Actions actions(QueueItem item, StaffMember looks) {
    boolean decides = looks.rights().mayIn(item.mailbox(), Role.APPROVER);
    boolean drafts = looks.rights().mayIn(item.mailbox(), Role.DRAFTER);
    State state = item.state();
    boolean undecided = state == State.WAITING || state == State.NEEDS_PERSON;
    boolean open = drafts && undecided;
    boolean reply = item.reply().isPresent();
    boolean settled = state == State.CLOSED || state == State.SET_ASIDE || state == State.FAILED;
    return new LetterView.Actions(
        decides && undecided && reply,
        open && reply,
        decides && undecided,
        open,
        decides && (state == State.APPROVED || state == State.PRACTISED),
        decides && settled,
        decides && state == State.UNCLEAR,
        drafts && reply && (open || state == State.FAILED),
        drafts && state == State.SNOOZED,
        drafts && state != State.KEPT);
  }

  private LetterView.Draft draft(QueueItem item, QueueItem.Reply reply, Optional<Letter> letter) {
    return new LetterView.Draft(
        reply.to().toString(),
        item.elsewhere().isPresent(),
        reply.thread().subject(),
        reply.text(),
        Markdown.html(reply.text()),
        reply.replyName().orElse(null),
        reply.replyName().flatMap(name -> catalog.get().reply(name)).flatMap(this::edition),
        reply.byHand(),
        reply.edited(),
        reply.edited() ? changes(item, reply, letter) : List.of(),
        reply.enclosed().attachments().stream().map(StandardReply.Attachment::path).toList(),
        reply.enclosed().quote());
  }

  private Optional<String> edition(StandardReply reply) {
    Optional<String> reviewed = reply.reviewed().map(day -> "text of " + times.day(day));
    Optional<String> expires = reply.expires().map(day -> "good until " + times.day(day));
    return Stream.of(reviewed, expires)
        .flatMap(Optional::stream)
        .reduce((first, second) -> first + ", " + second);
  }

  /// Against what the standard reply would be for this letter today.
  private List<Difference.Piece> changes(
      QueueItem item, QueueItem.Reply reply, Optional<Letter> letter) {
    Optional<String> standard =
        letter.flatMap(read -> standard(item, reply, read)).map(Proposal.Answer::text);
    return standard.map(text -> Difference.between(text, reply.text())).orElse(List.of());
  }

  private Optional<Proposal.Answer> standard(QueueItem item, QueueItem.Reply reply, Letter letter) {
    return reply.byHand()
        ? reply.replyName().flatMap(name -> composer.picked(letter, item.mailbox(), name).answer())
        : item.topic().flatMap(topic -> composer.answer(letter, item.mailbox(), topic));
  }

  private LetterView.Why why(QueueItem item, Match match) {
    return new LetterView.Why(
        TopicSentence.of(item, match, this::title), features(match, true), features(match, false));
  }

  private static List<String> features(Match match, boolean spokeFor) {
    Set<String> features = new LinkedHashSet<>();
    for (Evidence evidence : Highlighting.telling(match.evidence())) {
      if (evidence.weight() > 0 == spokeFor) {
        features.add(evidence.feature());
      }
    }
    return features.stream().limit(8).toList();
  }

  private Optional<LetterView.Leaving> leaving(QueueItem item) {
    return item.state() != State.APPROVED
        ? Optional.empty()
        : queue
            .approvalOf(item.letter())
            .map(approval ->
                new LetterView.Leaving(
                    approval.actor(),
                    times.of(approval.releaseAt()),
                    times.secondsUntil(approval.releaseAt())));
  }

  private Optional<String> refused(QueueItem item) {
    return item.state() == State.APPROVED || item.state() == State.FAILED
        ? refusals.of(item.letter()).map(refusal -> RefusalSentence.of(refusal, times))
        : Optional.empty();
  }

  private String title(TopicId id) {
    return catalog.get().topic(id).map(Topic::title).orElse(id.value());
  }
}
