package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestLetters;
import org.postbag.email.Address;
import org.postbag.email.NamedAddress;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.matching.Match;
import org.postbag.matching.campaign.Campaign;
import org.postbag.matching.index.TestIndex;
import org.postbag.reply.Draft;
import org.postbag.reply.DraftBatch;
import org.postbag.reply.Proposal;

/// What the queue and people's decisions promise, on every database.
interface ReviewContract {
  Actor ANN = new Actor("ann");
  Actor BEN = new Actor("ben");
  TopicId CALAIS = TestDrafts.CALAIS;
  NamedAddress OFFICE =
      new NamedAddress("Office of Jo Field", new Address("office", "field.example"));
  ReviewSettings SETTINGS =
      new ReviewSettings(Duration.ofSeconds(60), Duration.ofDays(30), 10, Map.of("office", OFFICE));

  Database database();

  SettableClock clock();

  default Ledger ledger() {
    return new Ledger(database(), clock());
  }

  default ReviewQueue queue() {
    return new ReviewQueue(
        database(),
        ledger(),
        SETTINGS,
        (words, above, below, newest, limit) -> {
          try (TestIndex index = new TestIndex(database(), () -> {})) {
            return index.upToDate().find(words, above, below, newest, limit);
          }
        },
        clock());
  }

  default Decisions decisions() {
    return new Decisions(
        database(),
        ledger(),
        SETTINGS,
        (_, topic) ->
            topic.equals(CALAIS)
                ? Optional.of(TestDrafts.answer("lee", "The reply on Calais"))
                : Optional.empty(),
        clock());
  }

  private Draft draft(long letter, String writer, Proposal proposal) {
    return TestDrafts.draft(letter, "office", TestDrafts.ann(writer), proposal, clock());
  }

  private long waiting(String writer) {
    long letter = keep(writer);
    queue()
        .addAll(List.of(draft(letter, writer, TestDrafts.answer(writer, "The reply on Calais"))));
    return letter;
  }

  private long keep(String writer) {
    return TestLetters.keep(database(), writer + "@example.org", "Calais", "About Calais");
  }

  private long waitingIn(Campaign campaign, String writer) {
    long letter = keep(writer);
    Draft alone = draft(letter, writer, TestDrafts.answer(writer, "The reply on Calais"));
    Match match = alone.match().in(Optional.of(campaign));
    queue()
        .add(
            new DraftBatch(
                List.of(new Draft(alone.kept(), alone.letter(), match, alone.proposal()))));
    return letter;
  }

  private static Seen first(long letter) {
    return new Seen(letter, 1);
  }

  @Test
  default void aDraftWaitsWithItsMatchAndItsEvidence() {
    long letter = waiting("lee");

    QueueItem item = queue().find(letter).orElseThrow();
    assertThat(item.state()).isEqualTo(State.WAITING);
    assertThat(item.match().evidence().getFirst().feature()).isEqualTo("calais");
    assertThat(item.match().runnerUp()).hasValue(new TopicId("buses"));
    assertThat(item.reply().orElseThrow().thread().references()).hasSize(1);
    assertThat(queue().piles()).containsExactly(new Pile(State.WAITING, Optional.of(CALAIS), 1));
  }

  @Test
  default void aLetterThatIsAddedTwiceIsThereOnce() {
    long letter = TestLetters.keep(database());
    Draft draft = draft(letter, "lee", TestDrafts.answer("lee", "Text"));
    queue().addAll(List.of(draft));
    queue().addAll(List.of(draft));

    assertThat(ledger().history(letter)).hasSize(1);
    assertThat(queue().page(Filter.in(State.WAITING, 10))).hasSize(1);
  }

  @Test
  default void nothingIsDueWithoutAnApproval() {
    waiting("lee");
    clock().advance(Duration.ofDays(365));

    assertThat(queue().due(100)).isEmpty();
  }

  @Test
  default void anApprovalFreezesTheTextUnderItsHashAndIsDueAfterTheUndoWindow() {
    long letter = waiting("lee");

    assertThat(decisions().approve(first(letter), ANN))
        .isEqualTo(new Decision.Done(State.APPROVED, 1));

    assertThat(queue().due(10)).isEmpty();
    clock().advance(Duration.ofSeconds(60));
    Approval approval = queue().due(10).getFirst();
    assertThat(approval.actor()).isEqualTo("ann");
    assertThat(approval.text()).isEqualTo("The reply on Calais");
    assertThat(approval.from()).isEqualTo(OFFICE);
    assertThat(approval.hash())
        .isEqualTo(
            ReplyHash.of(
                approval.messageId(),
                approval.from(),
                approval.to(),
                approval.thread(),
                approval.text(),
                approval.enclosed()));
    assertThat(queue().letterOf(approval.messageId())).hasValue(letter);
  }

  @Test
  default void aSecondApprovalChangesNothing() {
    long letter = waiting("lee");
    decisions().approve(first(letter), ANN);

    assertThat(decisions().approve(first(letter), BEN))
        .isEqualTo(new Decision.Stale(State.APPROVED, 1, "ann"));
    clock().advance(Duration.ofMinutes(2));
    assertThat(queue().due(10)).hasSize(1);
  }

  @Test
  default void ofTwentyApproversAtOnceOneWins() throws Exception {
    long letter = waiting("lee");
    Callable<Decision> approve = () -> decisions().approve(first(letter), ANN);

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Decision>> all =
          threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> approve).toList());
      assertThat(all)
          .filteredOn(decision -> decision.resultNow() instanceof Decision.Done)
          .hasSize(1);
    }
    clock().advance(Duration.ofMinutes(2));
    assertThat(queue().due(10)).hasSize(1);
  }

  @Test
  default void anUndoneApprovalNeverBecomesDue() {
    long letter = waiting("lee");
    decisions().approve(first(letter), ANN);

    assertThat(decisions().undo(letter, ANN)).isInstanceOf(Decision.Done.class);

    clock().advance(Duration.ofDays(1));
    assertThat(queue().due(10)).isEmpty();
    assertThat(queue().find(letter).orElseThrow().state()).isEqualTo(State.WAITING);
  }

  @Test
  default void anUndoAfterTheClaimIsRefused() {
    long letter = waiting("lee");
    decisions().approve(first(letter), ANN);
    ledger()
        .move(
            new org.postbag.ledger.Move(
                letter, State.APPROVED, State.SENDING, Actor.POSTBAG, "claimed"));

    assertThat(decisions().undo(letter, ANN)).isInstanceOf(Decision.Stale.class);
    assertThat(ledger().state(letter)).isEqualTo(State.SENDING);
  }

  @Test
  default void anApprovalOfAnOlderVersionChangesNothing() {
    long letter = waiting("lee");
    decisions().edit(first(letter), "Re: Calais", "Another text", BEN);

    assertThat(decisions().approve(first(letter), ANN))
        .isEqualTo(new Decision.Stale(State.WAITING, 2, "ben"));
    assertThat(decisions().approve(new Seen(letter, 2), ANN)).isInstanceOf(Decision.Done.class);
    clock().advance(Duration.ofMinutes(2));
    assertThat(queue().due(10).getFirst().text()).isEqualTo("Another text");
  }

  @Test
  default void aReplyWithAnOpenPlaceholderIsRefused() {
    long letter = waiting("lee");
    decisions().edit(first(letter), "Re: Calais", "Dear {{salutation}}, thank you", BEN);

    assertThat(decisions().approve(new Seen(letter, 2), ANN)).isInstanceOf(Decision.Refused.class);
    assertThat(ledger().state(letter)).isEqualTo(State.WAITING);
  }

  @Test
  default void anotherTopicBringsItsReplyOrLeavesTheLetterToAPerson() {
    long letter = waiting("lee");

    assertThat(decisions().assign(first(letter), new TopicId("buses"), ANN))
        .isEqualTo(new Decision.Done(State.NEEDS_PERSON, 2));
    assertThat(queue().find(letter).orElseThrow().reply()).isEmpty();
    assertThat(decisions().assign(new Seen(letter, 2), CALAIS, ANN))
        .isEqualTo(new Decision.Done(State.WAITING, 3));
    assertThat(queue().find(letter).orElseThrow().reply()).isPresent();
  }

  @Test
  default void whereNoTopicFitsThereIsNoReplyAndNoTopic() {
    long letter = waiting("lee");

    assertThat(decisions().noTopic(first(letter), ANN))
        .isEqualTo(new Decision.Done(State.NEEDS_PERSON, 2));
    QueueItem item = queue().find(letter).orElseThrow();
    assertThat(item.topic()).isEmpty();
    assertThat(item.reply()).isEmpty();
    assertThat(item.reason()).isEqualTo("no-topic");
  }

  @Test
  default void aClosedLetterCanBePutBack() {
    long letter = waiting("lee");
    decisions().close(first(letter), "no reply needed", ANN);
    assertThat(ledger().state(letter)).isEqualTo(State.CLOSED);

    assertThat(decisions().reopen(letter, BEN)).isInstanceOf(Decision.Done.class);
    assertThat(ledger().state(letter)).isEqualTo(State.NEEDS_PERSON);
  }

  @Test
  default void aWriterGetsATopicsReplyOnceInAPeriod() {
    waiting("lee");
    long second = waiting("lee");

    QueueItem item = queue().find(second).orElseThrow();
    assertThat(item.state()).isEqualTo(State.NEEDS_PERSON);
    assertThat(item.reason()).isEqualTo("answered-before");

    clock().advance(Duration.ofDays(31));
    assertThat(queue().find(waiting("lee")).orElseThrow().state()).isEqualTo(State.WAITING);
  }

  @Test
  default void aWriterWhoFloodsGetsNoMoreDrafts() {
    for (int i = 0; i < 10; i++) {
      long letter = TestLetters.keep(database());
      Proposal person = new Proposal.ForPerson("unsure", Optional.empty());
      queue().addAll(List.of(draft(letter, "flood", person)));
    }
    assertThat(queue().find(waiting("flood")).orElseThrow().reason()).isEqualTo("flood");
  }

  @Test
  default void matchingAgainChangesWhatWaitsAndNeverWhatWasDecidedOrEdited() {
    long waits = waiting("one");
    long approved = waiting("two");
    long edited = waiting("three");
    decisions().approve(first(approved), ANN);
    decisions().edit(first(edited), "Re: Calais", "My own words", ANN);
    Proposal unsure = new Proposal.ForPerson("unsure", Optional.empty());

    for (long letter : List.of(waits, approved, edited)) {
      queue().redoAll(List.of(draft(letter, "again", unsure)));
    }

    assertThat(ledger().state(waits)).isEqualTo(State.NEEDS_PERSON);
    assertThat(ledger().state(approved)).isEqualTo(State.APPROVED);
    assertThat(queue().find(edited).orElseThrow().reply().orElseThrow().text())
        .isEqualTo("My own words");
    assertThat(ledger().verify()).isEmpty();
  }

  @Test
  default void matchingAgainLeavesTheTopicThatAPersonChose() {
    long answered = waiting("one");
    long unanswered = waiting("two");
    decisions().assign(first(answered), CALAIS, ANN);
    decisions().assign(first(unanswered), new TopicId("buses"), ANN);
    Proposal unsure = new Proposal.ForPerson("unsure", Optional.empty());

    assertThat(queue().untouched(State.WAITING, 0, 10)).isEmpty();
    assertThat(queue().untouched(State.NEEDS_PERSON, 0, 10)).isEmpty();
    queue().redoAll(List.of(draft(answered, "a", unsure), draft(unanswered, "b", unsure)));

    assertThat(ledger().state(answered)).isEqualTo(State.WAITING);
    assertThat(queue().find(unanswered).orElseThrow().topic()).contains(new TopicId("buses"));
  }

  @Test
  default void matchingAgainDoesNotPutAwayWhatAPersonReopened() {
    long letter = waiting("one");
    decisions().close(first(letter), "no reply needed", ANN);
    decisions().reopen(letter, ANN);

    queue().redoAll(List.of(draft(letter, "again", new Proposal.SetAside("bulk"))));

    assertThat(ledger().state(letter)).isEqualTo(State.NEEDS_PERSON);
  }

  @Test
  default void aPageIsFilteredByStateTopicAndWords() {
    long letter = waiting("lee");
    waiting("smith");

    Filter words =
        new Filter(
            Optional.of(State.WAITING),
            Optional.of(CALAIS),
            Optional.of("CALAIS lee@"),
            Optional.empty(),
            10);
    assertThat(queue().page(words)).extracting(QueueItem::letter).containsExactly(letter);
    Filter before =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(letter), 10);
    assertThat(queue().page(before)).isEmpty();
  }

  @Test
  default void theLettersOfACampaignAreListedTogetherTheFirstAmongThem() {
    long first = waiting("lee");
    long second = waitingIn(new Campaign(first, 0.9, 4), "smith");
    waiting("jones");

    assertThat(queue().campaigns(5))
        .containsExactly(new CampaignPile(first, CALAIS, 2, "Calais", "About Calais"));
    Filter all = Filter.in(State.WAITING, 10).of(Optional.of(first));
    assertThat(queue().page(all)).extracting(QueueItem::letter).containsExactly(second, first);
  }

  @Test
  default void aReplyLeavesNotBeforeItsTimeAndCanBeTakenBackUntilThen() {
    long letter = waiting("lee");
    Instant monday = clock().instant().plus(Duration.ofDays(3));
    decisions().approve(first(letter), monday, ANN);

    clock().advance(Duration.ofDays(3).minusSeconds(1));
    assertThat(queue().due(9)).isEmpty();
    clock().advance(Duration.ofSeconds(2));
    assertThat(queue().due(9)).hasSize(1);
    assertThat(decisions().undo(letter, ANN)).isInstanceOf(Decision.Done.class);
    assertThat(queue().due(9)).isEmpty();
  }

  @Test
  default void aTimeInThePastNeitherShortensTheUndoWindowNorMayAReplyWaitForYears() {
    long letter = waiting("lee");
    Instant now = clock().instant();

    assertThat(decisions().approve(first(letter), now.plus(Duration.ofDays(400)), ANN))
        .isInstanceOf(Decision.Refused.class);
    decisions().approve(first(letter), now.minusSeconds(900), ANN);
    assertThat(queue().approvalOf(letter).orElseThrow().releaseAt()).isEqualTo(now.plusSeconds(60));
  }

  @Test
  default void whatWasApprovedLongAgoIsStillDueAfterARestart() {
    long letter = waiting("lee");
    decisions().approve(first(letter), ANN);
    clock().advance(Duration.ofDays(3));

    Instant release = queue().due(1).getFirst().releaseAt();
    assertThat(release).isBefore(clock().instant());
  }
}
