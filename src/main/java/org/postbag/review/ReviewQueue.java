package org.postbag.review;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.email.Letter;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Move;
import org.postbag.ledger.State;
import org.postbag.matching.Match;
import org.postbag.matching.campaign.OwnLine;
import org.postbag.reply.Draft;
import org.postbag.reply.DraftBatch;
import org.postbag.review.breaker.Breakers;

/// The room's door to what waits: drafts in, and the lists that people see. Decisions are made
/// through [Decisions].
public final class ReviewQueue {
  private final JdbcDrafts drafts;
  private final JdbcLists lists;
  private final JdbcMatches matches;
  private final Guard guard;
  private final JdbcApprovals approvals;
  private final JdbcDueApprovals due;
  private final JdbcEarlier earlier;
  private final Ledger ledger;
  private final Breakers breakers;
  private final ReviewSettings settings;
  private final InstantSource clock;

  /// @param search finds letters by their words, for [#page]
  public ReviewQueue(
      Database database,
      Ledger ledger,
      ReviewSettings settings,
      WordSearch search,
      InstantSource clock) {
    this.drafts = new JdbcDrafts(database);
    this.lists = new JdbcLists(database, search);
    this.matches = new JdbcMatches(database);
    this.approvals = new JdbcApprovals(database);
    this.due = new JdbcDueApprovals(database);
    this.earlier = new JdbcEarlier(database);
    this.ledger = ledger;
    this.breakers = new Breakers(database, ledger, clock);
    this.guard = new Guard(database, breakers, settings);
    this.settings = settings;
    this.clock = clock;
  }

  /// Puts letters that were just read where they belong, all in one transaction. A letter that is
  /// already there stays as it is.
  public void addAll(List<Draft> batch) {
    ledger.doInTurn(() -> batch.forEach(this::place));
  }

  /// [#addAll] for what one round of reading gave.
  public void storeDrafts(DraftBatch batch) {
    if (!batch.drafts().isEmpty()) {
      addAll(batch.drafts());
    }
  }

  private void place(Draft draft) {
    Guard.Outcome outcome = admitted(draft, guard.outcome(draft));
    Move move =
        new Move(draft.kept().id(), State.KEPT, outcome.state(), Actor.POSTBAG, outcome.why());
    if (ledger.move(move)) {
      drafts.insert(draft, outcome.reason(), outcome.warnings(), clock.instant());
    }
  }

  /// A draft that is one too many for its mailbox or topic is not ready to approve.
  private Guard.Outcome admitted(Draft draft, Guard.Outcome outcome) {
    return outcome.state() != State.WAITING
            || breakers.admitsDraft(
                draft.kept().uid().mailbox(), draft.match().topic(), settings.draftLimit())
        ? outcome
        : outcome.stopped();
  }

  /// Matches letters again that no person has touched; decided ones stay as they are.
  public void redoAll(List<Draft> batch) {
    ledger.doInTurn(() -> batch.forEach(this::redo));
  }

  private void redo(Draft draft) {
    Optional<QueueItem> item = drafts.find(draft.kept().id());
    if (item.isEmpty() || !isUndecided(item.get()) || !drafts.lockRow(seen(item.get()))) {
      return;
    }
    Guard.Outcome outcome = stillAdmitted(draft, item.get().state(), guard.outcome(draft));
    State from = item.get().state();
    if (from == outcome.state()
        || ledger.move(
            new Move(
                draft.kept().id(),
                from,
                outcome.state(),
                Actor.POSTBAG,
                DecisionReason.MATCHED_AGAIN))) {
      if (isAsItWas(item.get(), draft, outcome)) {
        drafts.reason(draft);
      } else {
        drafts.redo(draft, outcome.reason(), outcome.warnings(), clock.instant());
      }
    }
  }

  /// What is ready already stays so when drafting is stopped.
  private Guard.Outcome stillAdmitted(Draft draft, State from, Guard.Outcome outcome) {
    boolean becomesReady = outcome.state() == State.WAITING && from != State.WAITING;
    return becomesReady
            && breakers.stopsDrafting(draft.kept().uid().mailbox(), draft.match().topic())
        ? outcome.stopped()
        : outcome;
  }

  /// Whether a person who has the letter open would decide on the same: what they do then is not
  /// refused because other letters taught something.
  private static boolean isAsItWas(QueueItem item, Draft draft, Guard.Outcome outcome) {
    return item.state() == outcome.state()
        && item.reason().equals(outcome.reason())
        && item.topic().equals(draft.match().topic())
        && item.warnings().equals(outcome.warnings())
        && item.reply().equals(DraftColumns.answer(draft.proposal()).map(QueueItem.Reply::of));
  }

  private boolean isUndecided(QueueItem item) {
    boolean open = item.state() == State.WAITING || item.state() == State.NEEDS_PERSON;
    return open && lists.isUntouched(item.letter());
  }

  private static DraftVersion seen(QueueItem item) {
    return new DraftVersion(item.letter(), item.version());
  }

  /// Letters that [#redoAll] may change, by number upwards.
  public List<Long> untouched(State state, long after, int limit) {
    return lists.untouched(state, after, limit);
  }

  public Optional<QueueItem> find(long letter) {
    return drafts.find(letter);
  }

  /// A letter's match with its reasons; empty when the letter has not been matched.
  public Optional<Match> matchOf(long letter) {
    return matches.find(letter);
  }

  /// What the writers of these letters added to their campaign's text; no entry for those who added
  /// nothing.
  public Map<Long, List<OwnLine>> ownLines(List<Long> letters) {
    return matches.ownLines(letters);
  }

  public List<QueueItem> page(Filter filter) {
    return lists.page(filter);
  }

  /// How many letters a filter finds, counted to `most` and no further; its words are left aside.
  public long count(Filter filter, int most) {
    return lists.count(filter, most);
  }

  /// The letters of that state and topic in which somebody may need help at once, the oldest first.
  public List<QueueItem> urgent(State state, Optional<TopicId> topic, int limit) {
    return lists.urgent(state, topic, limit);
  }

  /// How many letters of each topic are in each state, the highest group first.
  public List<Group> groups() {
    return lists.groups();
  }

  /// How many letters of each topic are in that state, the highest group first.
  public List<Group> groups(State state) {
    return lists.groups(state);
  }

  /// Campaigns of which several letters wait, the largest first.
  public List<CampaignGroup> campaigns(int limit) {
    return lists.campaigns(limit);
  }

  /// What a letter's writer wrote before, the newest first, and the letters of its thread.
  ///
  /// @param letter as it was read; its references tell the thread
  public List<EarlierLetter> earlier(QueueItem item, Optional<Letter> letter) {
    return earlier.of(item, letter.map(DraftLimits::references).orElse(List.of()));
  }

  /// The approval in force for a letter.
  public Optional<Approval> approvalOf(long letter) {
    return approvals.current(letter);
  }

  /// The approval that a letter was last given in practice; empty when it was approved for real
  /// since, or never.
  public Optional<Approval> practisedApprovalOf(long letter) {
    return approvals.practised(letter);
  }

  /// Approvals that may leave now: the undo window is over, and nobody took them back.
  public List<Approval> due(int limit) {
    return due.due(clock.instant(), limit);
  }

  /// The letter that a reply of ours answered, by the reply's Message-ID.
  public Optional<Long> letterOf(MessageId reply) {
    return approvals.letterOf(reply);
  }

  /// The address that replies of a mailbox come from.
  public Optional<NamedAddress> senderOf(String mailbox) {
    return Optional.ofNullable(settings.senders().get(mailbox));
  }
}
