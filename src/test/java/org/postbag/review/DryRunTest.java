package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Entry;
import org.postbag.ledger.State;

/// What is approved in practice never leaves by itself, on every database.
class DryRunTest extends ReviewOffice {
  private static final int MORE_THAN_ONE_TURN = 450;

  DryRunTest(Engine engine) {
    super(engine);
  }

  private long approved(String writer) {
    long letter = waiting(writer);
    assertThat(decisions().approve(new DraftVersion(letter, 1), ANN))
        .isInstanceOf(Decision.Done.class);
    return letter;
  }

  private List<Approval> dueInAYear() {
    clock().advance(Duration.ofDays(365));
    return queue().due(1_000);
  }

  private State state(long letter) {
    return ledger().state(letter);
  }

  @Test
  void whatIsApprovedInADryRunIsPractised() {
    dryRun().begin(ANN);
    long letter = approved("lee");
    assertThat(state(letter)).isEqualTo(State.PRACTISED);
    assertThat(dryRun().practised()).isEqualTo(1);
    assertThat(dueInAYear()).isEmpty();
  }

  @Test
  void whatWasApprovedBeforeADryRunAndHasNotLeftIsPractisedToo() {
    List<Long> letters =
        IntStream.range(0, MORE_THAN_ONE_TURN).mapToObj(i -> approved("w" + i)).toList();
    dryRun().begin(ANN);
    assertThat(letters).allSatisfy(letter -> assertThat(state(letter)).isEqualTo(State.PRACTISED));
    dryRun().end(DryRun.Afterwards.PUT_BACK, ANN);
    assertThat(letters)
        .allSatisfy(letter -> assertThat(state(letter)).isIn(State.WAITING, State.NEEDS_PERSON));
    assertThat(dueInAYear()).isEmpty();
  }

  @Test
  void practisedLettersWaitAgainAndSayWhoApprovedThem() {
    dryRun().begin(ANN);
    long letter = approved("lee");
    dryRun().end(DryRun.Afterwards.PUT_BACK, BEN);

    assertThat(state(letter)).isEqualTo(State.WAITING);
    assertThat(queue().practisedApprovalOf(letter))
        .hasValueSatisfying(approval -> assertThat(approval.actor()).isEqualTo("ann"));
    assertThat(dueInAYear()).isEmpty();

    decisions().approve(new DraftVersion(letter, 1), BEN);
    assertThat(queue().practisedApprovalOf(letter)).isEmpty();
    assertThat(dueInAYear()).hasSize(1);
  }

  @Test
  void practisedLettersCanBeClosedInstead() {
    dryRun().begin(ANN);
    long letter = approved("lee");
    dryRun().end(DryRun.Afterwards.CLOSE, BEN);
    assertThat(state(letter)).isEqualTo(State.CLOSED);
    assertThat(dueInAYear()).isEmpty();
  }

  @Test
  void anApprovalInPracticeCanBeUndone() {
    dryRun().begin(ANN);
    long letter = approved("lee");
    assertThat(decisions().undo(letter, BEN)).isInstanceOf(Decision.Done.class);
    assertThat(state(letter)).isEqualTo(State.WAITING);
  }

  @Test
  void beginningAndEndingStandInTheLedger() {
    dryRun().begin(ANN);
    dryRun().end(DryRun.Afterwards.PUT_BACK, BEN);
    assertThat(ledger().history(0))
        .extracting(Entry::actor, Entry::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ann", DecisionReason.DRY_RUN_BEGAN),
            org.assertj.core.groups.Tuple.tuple("ben", DecisionReason.DRY_RUN_ENDED));
    assertThat(ledger().verify()).isEmpty();
  }

  @Test
  void aDryRunHoldsUntilSomebodyHasSaidOtherwise() {
    database.doInTransaction(() -> database.sql("DELETE FROM dry_run").update());
    assertThat(dryRun().isOn()).isTrue();
  }

  @Test
  void whatPeopleSaidOutlivesARestartAndAChangedConfigurationCounts() {
    dryRun().begin(ANN);
    dryRun().configure(false);
    assertThat(dryRun().isOn()).isTrue();

    dryRun().configure(true);
    dryRun().end(DryRun.Afterwards.PUT_BACK, ANN);
    dryRun().configure(true);
    assertThat(dryRun().isOn()).isFalse();

    long letter = approved("lee");
    dryRun().configure(false);
    dryRun().configure(true);
    assertThat(dryRun().isOn()).isTrue();
    assertThat(state(letter)).isNotEqualTo(State.APPROVED);
  }

  @Test
  void anEndThatWasCutShortGoesOnAtTheNextStart() {
    dryRun().begin(ANN);
    long letter = approved("lee");
    database.doInTransaction(() -> database.sql("UPDATE dry_run SET is_on = 0").update());

    dryRun().configure(false);
    assertThat(state(letter)).isEqualTo(State.WAITING);
  }

  @Test
  void theFirstStartOfAnOlderDatabaseInADryRunMakesItsApprovalsPractice() {
    long letter = approved("lee");
    database.doInTransaction(() -> database.sql("DELETE FROM dry_run").update());
    dryRun().configure(true);
    assertThat(state(letter)).isEqualTo(State.PRACTISED);
  }
}
