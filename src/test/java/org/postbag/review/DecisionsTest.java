package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.TopicId;
import org.postbag.database.Engine;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.State;

/// What people's decisions promise, on every database.
class DecisionsTest extends ReviewOffice {
  DecisionsTest(Engine engine) {
    super(engine);
  }

  @Test
  void nothingIsDueWithoutAnApproval() {
    waiting("lee");
    clock().advance(Duration.ofDays(365));

    assertThat(queue().due(100)).isEmpty();
  }

  @Test
  void anApprovalFreezesTheTextUnderItsHashAndIsDueAfterTheUndoWindow() {
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
                approval.enclosed(),
                List.of()));
    assertThat(queue().letterOf(approval.messageId())).hasValue(letter);
  }

  @Test
  void whatWasApprovedIsFoundByTheIdThatAnAnswerRefersTo() {
    decisions().approve(first(waiting("lee")), ANN);
    clock().advance(Duration.ofSeconds(60));
    String id = queue().due(10).getFirst().messageId().value();
    JdbcSentReplies sent = new JdbcSentReplies(database);

    assertThat(sent.texts(List.of("<other@example.org>", id)))
        .containsExactly("The reply on Calais");
    assertThat(sent.texts(List.of("<other@example.org>"))).isEmpty();
  }

  @Test
  void aSecondApprovalChangesNothing() {
    long letter = waiting("lee");
    decisions().approve(first(letter), ANN);

    assertThat(decisions().approve(first(letter), BEN))
        .isEqualTo(new Decision.Stale(State.APPROVED, 1, "ann"));
    clock().advance(Duration.ofMinutes(2));
    assertThat(queue().due(10)).hasSize(1);
  }

  @Test
  void ofTwentyApproversAtOnceOneWins() throws Exception {
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
  void anUndoneApprovalNeverBecomesDue() {
    long letter = waiting("lee");
    decisions().approve(first(letter), ANN);

    assertThat(decisions().undo(letter, ANN)).isInstanceOf(Decision.Done.class);

    clock().advance(Duration.ofDays(1));
    assertThat(queue().due(10)).isEmpty();
    assertThat(queue().find(letter).orElseThrow().state()).isEqualTo(State.WAITING);
  }

  @Test
  void anUndoAfterTheClaimIsRefused() {
    long letter = waiting("lee");
    decisions().approve(first(letter), ANN);
    ledger()
        .move(
            new org.postbag.ledger.Move(
                letter, State.APPROVED, State.SENDING, Actor.POSTBAG, SendingReason.CLAIMED));

    assertThat(decisions().undo(letter, ANN)).isInstanceOf(Decision.Stale.class);
    assertThat(ledger().state(letter)).isEqualTo(State.SENDING);
  }

  @Test
  void anApprovalOfAnOlderVersionChangesNothing() {
    long letter = waiting("lee");
    decisions().edit(first(letter), "Re: Calais", "Another text", BEN);

    assertThat(decisions().approve(first(letter), ANN))
        .isEqualTo(new Decision.Stale(State.WAITING, 2, "ben"));
    assertThat(decisions().approve(new DraftVersion(letter, 2), ANN))
        .isInstanceOf(Decision.Done.class);
    clock().advance(Duration.ofMinutes(2));
    assertThat(queue().due(10).getFirst().text()).isEqualTo("Another text");
  }

  @Test
  void aReplyWithAnOpenPlaceholderIsRefused() {
    long letter = waiting("lee");
    decisions().edit(first(letter), "Re: Calais", "Dear {{salutation}}, thank you", BEN);

    assertThat(decisions().approve(new DraftVersion(letter, 2), ANN))
        .isInstanceOf(Decision.Refused.class);
    assertThat(ledger().state(letter)).isEqualTo(State.WAITING);
  }

  @Test
  void anotherTopicBringsItsReplyOrLeavesTheLetterToAPerson() {
    long letter = waiting("lee");

    assertThat(decisions().assign(first(letter), new TopicId("buses"), ANN))
        .isEqualTo(new Decision.Done(State.NEEDS_PERSON, 2));
    assertThat(queue().find(letter).orElseThrow().reply()).isEmpty();
    assertThat(decisions().assign(new DraftVersion(letter, 2), CALAIS, ANN))
        .isEqualTo(new Decision.Done(State.WAITING, 3));
    assertThat(queue().find(letter).orElseThrow().reply()).isPresent();
  }

  @Test
  void whereNoTopicFitsThereIsNoReplyAndNoTopic() {
    long letter = waiting("lee");

    assertThat(decisions().noTopic(first(letter), ANN))
        .isEqualTo(new Decision.Done(State.NEEDS_PERSON, 2));
    QueueItem item = queue().find(letter).orElseThrow();
    assertThat(item.topic()).isEmpty();
    assertThat(item.reply()).isEmpty();
    assertThat(item.reason()).contains(DraftReason.NO_TOPIC);
  }

  @Test
  void aClosedLetterCanBePutBack() {
    long letter = waiting("lee");
    decisions().close(first(letter), ANN);
    assertThat(ledger().state(letter)).isEqualTo(State.CLOSED);

    assertThat(decisions().reopen(letter, BEN)).isInstanceOf(Decision.Done.class);
    assertThat(ledger().state(letter)).isEqualTo(State.NEEDS_PERSON);
  }

  @Test
  void aReplyLeavesNotBeforeItsTimeAndCanBeTakenBackUntilThen() {
    long letter = waiting("lee");
    Instant monday = clock().instant().plus(Duration.ofDays(3));
    decisions().approve(first(letter), Set.of(), monday, ANN);

    clock().advance(Duration.ofDays(3).minusSeconds(1));
    assertThat(queue().due(9)).isEmpty();
    clock().advance(Duration.ofSeconds(2));
    assertThat(queue().due(9)).hasSize(1);
    assertThat(decisions().undo(letter, ANN)).isInstanceOf(Decision.Done.class);
    assertThat(queue().due(9)).isEmpty();
  }

  @Test
  void aTimeInThePastNeitherShortensTheUndoWindowNorMayAReplyWaitForYears() {
    long letter = waiting("lee");
    Instant now = clock().instant();

    assertThat(decisions().approve(first(letter), Set.of(), now.plus(Duration.ofDays(400)), ANN))
        .isInstanceOf(Decision.Refused.class);
    decisions().approve(first(letter), Set.of(), now.minusSeconds(900), ANN);
    assertThat(queue().approvalOf(letter).orElseThrow().releaseAt()).isEqualTo(now.plusSeconds(60));
  }

  @Test
  void whatWasApprovedLongAgoIsStillDueAfterARestart() {
    long letter = waiting("lee");
    decisions().approve(first(letter), ANN);
    clock().advance(Duration.ofDays(3));

    Instant release = queue().due(1).getFirst().releaseAt();
    assertThat(release).isBefore(clock().instant());
  }
}
