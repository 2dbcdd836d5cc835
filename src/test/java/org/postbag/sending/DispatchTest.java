package org.postbag.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postbag.sending.SendingOffice.ANN;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestDatabases;
import org.postbag.ledger.State;
import org.postbag.review.Approval;
import org.postbag.sending.smtp.Answer;

/// What a reply holds while it is sent, and when that is free again: over one connection, a permit
/// that is not given back holds up everything.
@Timeout(30)
class DispatchTest {
  private static final Answer ACCEPTED = new Answer.Accepted("250 2.0.0 ok");

  private final Database database = TestDatabases.sqlite();
  private final SettableClock clock = new SettableClock();
  private final SendingOffice office = new SendingOffice(database, clock);
  private final Outbox outbox =
      office.outbox(s -> s.withPace(new RateLimit(Integer.MAX_VALUE, Integer.MAX_VALUE, 1)));
  private final Dispatch dispatch = dispatch(() -> {});
  private List<Long> letters = List.of();

  @BeforeEach
  void approveTwo() {
    letters = office.approved(2);
    clock.advance(SendingOffice.UNDO);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /// @param meanwhile happens between the claim and the server's answer
  private Dispatch dispatch(Runnable meanwhile) {
    return SendingOffice.dispatch(
        outbox,
        SendingOffice.answering(_ -> {
          meanwhile.run();
          return ACCEPTED;
        }));
  }

  private void sendAll() {
    dispatch.due().forEach(dispatch::send);
  }

  private List<State> states() {
    return letters.stream().map(office::state).toList();
  }

  /// The table of attempts goes away, as for a database that cannot write, or comes back.
  private void rename(String from, String to) {
    database.doInTransaction(
        () -> database.sql("ALTER TABLE " + from + " RENAME TO " + to).update());
  }

  @Test
  void aRefusedClaimFreesItsConnectionAndItsReply() {
    List<Approval> due = dispatch.due();
    Pauses pauses = new Pauses(database, clock);
    pauses.pause(new Pause.Scope.All(), ANN);
    due.forEach(dispatch::send);
    assertThat(states()).containsOnly(State.APPROVED);

    pauses.resume(new Pause.Scope.All());
    sendAll();
    assertThat(states()).containsOnly(State.SENT);
  }

  @Test
  void aClaimThatBreaksFreesItsConnectionAndItsReply() {
    List<Approval> due = dispatch.due();
    rename("attempt", "away");
    assertThatThrownBy(() -> dispatch.send(due.getFirst())).isInstanceOf(RuntimeException.class);
    rename("away", "attempt");

    dispatch.send(due.getLast());
    sendAll();
    assertThat(states()).containsOnly(State.SENT);
  }

  @Test
  void aWorkerThatDiesAfterTheClaimFreesItsConnectionAndKeepsItsReply() {
    List<Approval> due = dispatch.due();
    Dispatch dying =
        dispatch(() -> {
          throw new IllegalStateException("the worker died");
        });
    assertThatThrownBy(() -> dying.send(due.getFirst())).hasMessage("the worker died");

    dispatch.send(due.getLast());
    sendAll();
    assertThat(states()).containsExactlyInAnyOrder(State.SENDING, State.SENT);
  }

  @Test
  void theConnectionIsFreeBeforeTheResultIsOnDisk() throws Exception {
    List<Approval> due = dispatch.due();
    CountDownLatch written = new CountDownLatch(1);
    Dispatch slow = dispatch(() -> occupyTheDisk(written));
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(() -> slow.send(due.getFirst()), Thread::startVirtualThread);

    try (Permit next =
        CompletableFuture.supplyAsync(
                () -> outbox.permit(due.getLast()), Thread::startVirtualThread)
            .get(20, TimeUnit.SECONDS)) {
      assertThat(next.isGranted()).isTrue();
      assertThat(office.state(due.getFirst().letter())).isEqualTo(State.SENDING);
    } finally {
      written.countDown();
    }
    first.get(20, TimeUnit.SECONDS);
    assertThat(office.state(due.getFirst().letter())).isEqualTo(State.SENT);
  }

  /// Another transaction writes until then.
  private void occupyTheDisk(CountDownLatch until) {
    CountDownLatch begun = new CountDownLatch(1);
    Thread.ofPlatform()
        .daemon()
        .start(() ->
            office
                .ledger()
                .doInTurn(() -> {
                  begun.countDown();
                  await(until);
                }));
    await(begun);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aResultThatCannotBeWrittenIsKeptAndNothingElseLeavesMeanwhile() {
    List<Approval> due = dispatch.due();
    dispatch(() -> rename("attempt", "away")).send(due.getFirst());
    dispatch.send(due.getLast());
    assertThat(dispatch.due()).isEmpty();
    rename("away", "attempt");
    assertThat(states()).containsExactlyInAnyOrder(State.SENDING, State.APPROVED);

    sendAll();
    assertThat(states()).containsOnly(State.SENT);
  }

  @Test
  void stoppingLetsWhatIsUnderWayEndAndTheNextReplyStay() {
    List<Approval> due = dispatch.due();
    dispatch(outbox::stop).send(due.getFirst());
    dispatch.send(due.getLast());
    assertThat(states()).containsExactlyInAnyOrder(State.SENT, State.APPROVED);
    assertThat(dispatch.due()).isEmpty();
  }
}
