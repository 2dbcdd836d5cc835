package org.postbag.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.sending.SendingOffice.ANN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;
import org.postbag.database.SettableClock;
import org.postbag.intake.RetrySignal;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.SmtpFailure;
import org.postbag.ledger.State;
import org.postbag.ledger.WithheldReason;
import org.postbag.review.Approval;
import org.postbag.review.Decision;
import org.postbag.review.DraftVersion;
import org.postbag.review.DryRun;
import org.postbag.review.Releases;
import org.postbag.sending.LedgerSink.Step;

/// What sending promises, on every database, against a server that keeps a ledger of its own.
class OutboxTest extends OnEveryEngine {
  private final SettableClock clock = new SettableClock();
  private final SendingOffice office = new SendingOffice(database, clock);
  private final LedgerSink sink = new LedgerSink();
  private final SmtpSender sender = office.sender(sink);

  OutboxTest(Engine engine) {
    super(engine);
  }

  @AfterEach
  void close() {
    sender.close();
    sink.close();
  }

  private void flow(Outbox outbox) {
    SendingOffice.sendDue(outbox, sender::send);
  }

  private long released() {
    long letter = office.approved();
    clock.advance(SendingOffice.UNDO);
    return letter;
  }

  @Test
  void anApprovedReplyLeavesOnceAfterItsUndoWindow() {
    Outbox outbox = office.outbox();
    long letter = office.approved();
    flow(outbox);
    assertThat(sink.mails()).isEmpty();

    clock.advance(SendingOffice.UNDO);
    flow(outbox);
    flow(outbox);
    assertThat(sink.mails()).hasSize(1);
    assertThat(sink.mails().getFirst().to()).isEqualTo("w" + letter + "@example.org");
    assertThat(office.state(letter)).isEqualTo(State.SENT);
  }

  @Test
  void aDryRunSendsNothingAndWhatIsApprovedIsPractice() {
    long letter = released();
    Outbox outbox = office.outbox(_ -> SendingSettings.STANDARD);
    flow(outbox);
    assertThat(sink.connections()).isZero();
    assertThat(office.state(letter)).isEqualTo(State.PRACTISED);
  }

  @Test
  void aDryRunThatBeginsBetweenDueAndClaimIsKept() {
    long letter = released();
    Outbox outbox = office.outbox();
    Approval due = outbox.due().getFirst();
    new DryRun(database, office.ledger(), clock).begin(SendingOffice.ANN);
    assertThat(outbox.claim(outbox.permit(due))).isInstanceOf(Claim.Refused.class);
    assertThat(office.state(letter)).isEqualTo(State.PRACTISED);
  }

  @Test
  void theClaimIsThereBeforeTheServerHearsAnything() {
    long letter = released();
    Outbox outbox = office.outbox();
    Claim claim = outbox.claim(outbox.permit(outbox.due().getFirst()));
    assertThat(claim).isInstanceOf(Claim.Taken.class);
    assertThat(office.state(letter)).isEqualTo(State.SENDING);
    assertThat(sink.commands()).isEmpty();
  }

  @Test
  void anUndoThatWasAcknowledgedNeverLeaves() {
    long letter = released();
    Outbox outbox = office.outbox();
    List<Approval> due = outbox.due();
    assertThat(office.decisions().undo(letter, ANN)).isInstanceOf(Decision.Done.class);

    SendingOffice.dispatch(outbox, sender::send).send(due.getFirst());
    assertThat(office.state(letter)).isEqualTo(State.WAITING);
    assertThat(sink.mails()).isEmpty();
  }

  @Test
  void aReplyThatWasUndoneAndApprovedAnewDoesNotLeaveUnderTheOldApproval() {
    long letter = released();
    Outbox outbox = office.outbox();
    List<Approval> due = outbox.due();
    office.decisions().undo(letter, ANN);
    office.decisions().edit(office.seen(letter), "Re: Calais", "Other words", ANN);
    office.approve(letter);

    try (Permit permit = outbox.permit(due.getFirst())) {
      assertThat(outbox.claim(permit)).isInstanceOf(Claim.Refused.class);
    }
    clock.advance(SendingOffice.UNDO);
    flow(outbox);
    assertThat(sink.mails())
        .singleElement()
        .satisfies(m -> assertThat(m.text()).contains("Other words"));
  }

  @Test
  void anAnswerOf4yzAtTheEndOfDataIsTriedAgainWithTheSameMessageId() {
    long letter = released();
    Outbox outbox = office.outbox();
    sink.answering(Step.DOT, "451 4.3.0 try again");
    flow(outbox);
    assertThat(office.state(letter)).isEqualTo(State.APPROVED);
    String id = office.queue().approvalOf(letter).orElseThrow().messageId().value();

    clock.advance(Duration.ofSeconds(40));
    flow(outbox);
    assertThat(sink.mails()).isEmpty();
    clock.advance(Duration.ofSeconds(40));
    flow(outbox);
    assertThat(sink.mails())
        .singleElement()
        .satisfies(m -> assertThat(m.field("Message-ID")).isEqualTo(id));
    assertThat(office.state(letter)).isEqualTo(State.SENT);
  }

  @Test
  void anAnswerOf5yzFailsAtOnceAndTheAddressIsRemembered() {
    long letter = released();
    Outbox outbox = office.outbox();
    sink.answering(Step.RCPT, "550 5.1.1 no such user here");
    flow(outbox);
    clock.advance(Duration.ofDays(1));
    flow(outbox);
    assertThat(office.state(letter)).isEqualTo(State.FAILED);
    assertThat(sink.commands()).filteredOn(c -> c.startsWith("RCPT")).hasSize(1);
    assertThat(new JdbcAttempts(database).of(letter))
        .singleElement()
        .satisfies(a -> assertThat(a.words()).contains("no such user here"));
    assertThat(new JdbcRefusedAddresses(database).all()).hasSize(1);
  }

  @Test
  void aRefusedAddressIsNotWrittenToAgainUntilAPersonHasDecided() {
    long letter = released();
    Outbox outbox = office.outbox();
    new JdbcRefusedAddresses(database)
        .add(
            office.queue().approvalOf(letter).orElseThrow().to().address(),
            0,
            "550",
            clock.instant());
    flow(outbox);
    assertThat(office.state(letter)).isEqualTo(State.NEEDS_PERSON);
    assertThat(sink.commands()).isEmpty();

    office.approve(letter);
    clock.advance(SendingOffice.UNDO);
    flow(outbox);
    assertThat(sink.mails()).hasSize(1);
  }

  @Test
  void anAnswerThatWasNeverSeenIsUnclearAndNeverSentAgain() {
    long letter = released();
    Outbox outbox = office.outbox();
    sink.droppingInAnswer(0);
    flow(outbox);
    sink.heal();
    clock.advance(Duration.ofDays(6));
    flow(outbox);
    assertThat(office.state(letter)).isEqualTo(State.UNCLEAR);
    assertThat(sink.mails()).hasSize(1);
  }

  @Test
  void whatADeadProgramHadClaimedBecomesUnclear() {
    long letter = released();
    Outbox dead = office.outbox();
    dead.claim(dead.permit(dead.due().getFirst()));

    Outbox next = office.outbox();
    next.recover();
    flow(next);
    assertThat(office.state(letter)).isEqualTo(State.UNCLEAR);
    assertThat(sink.mails()).isEmpty();
  }

  @Test
  void aRefusedSignInStopsTheMailboxAndKeepsTheReplyApproved() {
    long letter = released();
    released();
    Outbox outbox = office.outbox();
    sink.always(Step.MAIL, "530 5.7.0 authentication required");
    flow(outbox);
    flow(outbox);
    assertThat(office.state(letter)).isEqualTo(State.APPROVED);
    assertThat(outbox.troubles())
        .singleElement()
        .satisfies(t -> assertThat(t.why()).contains("authentication required"));
    assertThat(sink.commands()).filteredOn(c -> c.startsWith("MAIL")).hasSize(1);
  }

  /// Nobody mends it by waiting, and an approved reply must not wait for ever.
  @Test
  void aSenderThatIsRefusedForGoodStopsTheMailboxAndIsGivenUpAfterFiveDays() {
    long letter = released();
    Outbox outbox = office.outbox();
    sink.always(Step.MAIL, "550 5.7.60 you may not send as this sender");
    flow(outbox);
    assertThat(office.state(letter)).isEqualTo(State.APPROVED);
    assertThat(outbox.troubles())
        .singleElement()
        .satisfies(t -> assertThat(t.why()).contains("sender address refused", "550 5.7.60"));
    for (int hour = 0; hour < 24 * 6; hour++) {
      clock.advance(Duration.ofHours(1));
      flow(outbox);
    }
    assertThat(office.state(letter)).isEqualTo(State.FAILED);
    assertThat(new Refusals(database).of(letter))
        .hasValueSatisfying(refusal -> {
          assertThat(refusal.reason()).isEqualTo(SendingReason.GAVE_UP);
          assertThat(refusal.words()).isEqualTo("550 5.7.60 you may not send as this sender");
        });
  }

  @Test
  void aPersonWhoTriesNowEndsEveryPauseOfTheMailbox() {
    long deferred = released();
    Outbox outbox = office.outbox();
    sink.answering(Step.RCPT, "451 4.7.1 greylisted");
    flow(outbox);
    long refused = released();
    sink.answering(Step.MAIL, "535 5.7.8 bad credentials");
    flow(outbox);
    long undoable = office.approved();
    flow(outbox);
    assertThat(sink.mails()).isEmpty();
    assertThat(outbox.endPause("other", RetrySignal.Cause.PERSON)).isFalse();

    assertThat(outbox.endPause("office", RetrySignal.Cause.PERSON)).isTrue();
    flow(outbox);
    assertThat(List.of(deferred, refused))
        .allSatisfy(letter -> assertThat(office.state(letter)).isEqualTo(State.SENT));
    assertThat(office.state(undoable)).as("its undo window stays").isEqualTo(State.APPROVED);
    assertThat(sink.mails()).hasSize(2);
    assertThat(outbox.endPause("office", RetrySignal.Cause.PERSON)).isFalse();
  }

  @Test
  void aSignInElsewhereEndsThePauseAfterARefusedOneAndNotWhatTheServerAskedFor() {
    long deferred = released();
    Outbox outbox = office.outbox();
    sink.answering(Step.RCPT, "451 4.7.1 greylisted");
    flow(outbox);
    assertThat(outbox.endPause("office", RetrySignal.Cause.SIGNED_IN)).isFalse();
    sink.answering(Step.MAIL, "535 5.7.8 bad credentials");
    long refused = office.approved();
    clock.advance(SendingOffice.UNDO.minusSeconds(59));
    new Releases(database, office.ledger()).postpone(refused, clock.instant());
    flow(outbox);
    assertThat(outbox.troubles()).hasSize(1);

    assertThat(outbox.endPause("office", RetrySignal.Cause.SIGNED_IN)).isTrue();
    assertThat(outbox.troubles()).isEmpty();
    flow(outbox);
    assertThat(office.state(refused)).isEqualTo(State.SENT);
    assertThat(office.state(deferred)).isEqualTo(State.APPROVED);
  }

  @Test
  void aRestartTriesAtOnceWhatWaitedForTheServerToBeMended() {
    long letter = released();
    Outbox outbox = office.outbox();
    sink.answering(Step.MAIL, "535 5.7.8 bad credentials");
    flow(outbox);
    Outbox next = office.outbox();
    next.recover();
    flow(next);
    assertThat(office.state(letter)).isEqualTo(State.SENT);
  }

  @Test
  void aReplyThatIsApprovedAgainAfterADeferralKeepsItsUndoWindow() {
    long letter = released();
    Outbox outbox = office.outbox();
    sink.answering(Step.RCPT, "451 4.7.1 greylisted");
    flow(outbox);
    office.decisions().undo(letter, ANN);
    office.approve(letter);
    outbox.endPause("office", RetrySignal.Cause.PERSON);
    flow(outbox);
    assertThat(sink.mails()).isEmpty();
    assertThat(new Refusals(database).of(letter)).as("of the approval before").isEmpty();
  }

  @Test
  void aDeferredReplySaysByWhatWordsAndWhenItIsTriedAgain() {
    long letter = released();
    sink.answering(Step.RCPT, "450 4.2.0 greylisted, come back in 300 s");
    flow(office.outbox());
    Instant next = office.queue().approvalOf(letter).orElseThrow().releaseAt();
    assertThat(next).isAfter(clock.instant());
    assertThat(new Refusals(database).of(letter))
        .hasValue(
            new Refusal(
                letter,
                new SmtpFailure(SmtpFailure.Kind.DEFERRED, 450),
                "450 4.2.0 greylisted, come back in 300 s",
                Optional.of(next)));
  }

  @Test
  void nothingLeavesFromAMailboxThatMayNotSendYet() {
    long letter = released();
    AtomicBoolean may = new AtomicBoolean();
    Outbox outbox = office.outbox(UnaryOperator.identity(), _ -> may.get());
    flow(outbox);
    Approval approval = office.queue().approvalOf(letter).orElseThrow();
    SendingOffice.dispatch(outbox, sender::send).send(approval);
    assertThat(sink.commands()).isEmpty();
    may.set(true);
    flow(outbox);
    assertThat(sink.mails()).hasSize(1);
  }

  @Test
  void aStandardReplyThatWasPickedWhateverTheTopicLeaves() {
    long letter = office.waiting();
    office.decisions().noTopic(new DraftVersion(letter, 1), SendingOffice.ANN);
    office.written().pick(new DraftVersion(letter, 2), "calais", SendingOffice.ANN);
    office.decisions().approve(new DraftVersion(letter, 3), SendingOffice.ANN);
    clock.advance(SendingOffice.UNDO);
    flow(office.outbox());
    assertThat(office.state(letter)).isEqualTo(State.SENT);
    assertThat(sink.mails()).hasSize(1);
  }

  @Test
  void aReplyFromNothingLeavesUnderItsOwnWords() {
    long letter = office.waiting();
    office
        .written()
        .write(new DraftVersion(letter, 1), "Yes", "Dear Ann,\n\nYes.", SendingOffice.ANN);
    office.decisions().approve(new DraftVersion(letter, 2), SendingOffice.ANN);
    clock.advance(SendingOffice.UNDO);
    flow(office.outbox());
    assertThat(sink.mails()).hasSize(1);
    assertThat(sink.mails().getFirst().field("Subject")).isEqualTo("Yes");
  }

  @Test
  void aStandardReplyThatChangedAfterwardsStopsItsReplies() {
    long letter = released();
    Outbox outbox = office.outbox();
    office.change(SendingOffice.catalogOf("hash2"));
    flow(outbox);
    assertThat(office.state(letter)).isEqualTo(State.NEEDS_PERSON);
    assertThat(office.queue().find(letter).orElseThrow().reason())
        .contains(WithheldReason.REPLY_CHANGED);
    assertThat(sink.commands()).isEmpty();

    office.approve(letter);
    clock.advance(SendingOffice.UNDO);
    flow(outbox);
    assertThat(sink.mails()).hasSize(1);
  }

  @Test
  void aTextThatWasChangedBehindTheApprovalStops() {
    long letter = released();
    Outbox outbox = office.outbox();
    database.doInTransaction(
        () -> database.sql("UPDATE approval SET text = 'Other words', packed = NULL").update());
    flow(outbox);
    assertThat(office.state(letter)).isEqualTo(State.NEEDS_PERSON);
    assertThat(sink.commands()).isEmpty();
  }

  @Test
  void aServerThatIsDownIsLeftAloneForAWhile() {
    List<Long> letters = office.approved(3);
    clock.advance(SendingOffice.UNDO);
    Outbox outbox = office.outbox();
    sink.always(Step.GREETING, "421 4.3.2 not now");
    flow(outbox);
    flow(outbox);
    assertThat(sink.connections()).isEqualTo(1);
    assertThat(letters).allSatisfy(l -> assertThat(office.state(l)).isEqualTo(State.APPROVED));

    sink.heal();
    clock.advance(Duration.ofSeconds(80));
    flow(outbox);
    assertThat(sink.mails()).hasSize(3);
  }

  @Test
  void afterFiveDaysWithoutAcceptanceAReplyFails() {
    long letter = released();
    Outbox outbox = office.outbox();
    sink.always(Step.RCPT, "451 4.3.0 later");
    for (int hour = 0; hour < 24 * 6; hour++) {
      flow(outbox);
      clock.advance(Duration.ofHours(1));
    }
    assertThat(office.state(letter)).isEqualTo(State.FAILED);
    assertThat(new JdbcAttempts(database).of(letter).size()).isBetween(25, 50);
  }
}
