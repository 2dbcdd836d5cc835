package org.postbag.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestDatabases;
import org.postbag.sending.smtp.Answer;

/// Somebody sets the machine's clock while replies wait.
class SetClockTest {
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  private final Database database = TestDatabases.sqlite();
  private final SettableClock machine = new SettableClock();
  private final SettableClock elapsed = new SettableClock();
  private final SteadyClock clock = new SteadyClock(machine, elapsed::nanoTime);
  private final SendingOffice office = new SendingOffice(database, clock);

  @AfterEach
  void close() {
    database.close();
  }

  private void pass(Duration time) {
    machine.advance(time);
    elapsed.advance(time);
    clock.instant();
  }

  private void set(Duration step) {
    machine.advance(step);
    clock.instant();
  }

  @Test
  void anUndoWindowIsNotCutWhenTheClockIsSetForward() {
    office.approved(1);
    Outbox outbox = office.outbox();
    pass(Duration.ofSeconds(8));
    set(TWO_HOURS);
    assertThat(outbox.due()).isEmpty();
    pass(Duration.ofSeconds(51));
    assertThat(outbox.due()).isEmpty();
    pass(Duration.ofSeconds(2));
    assertThat(outbox.due()).hasSize(1);
  }

  @Test
  void whatIsApprovedAfterTheStepWaitsNoLongerThanElse() {
    office.approved(1);
    set(TWO_HOURS);
    office.approved(1);
    pass(Duration.ofSeconds(61));
    assertThat(office.outbox().due()).hasSize(2);
  }

  @Test
  void aClaimLooksAtThePassedTimeToo() {
    office.approved(1);
    Outbox outbox = office.outbox();
    pass(Duration.ofSeconds(61));
    var due = outbox.due().getFirst();
    assertThat(new UndoWindows(new JdbcAttempts(database), clock).isOpen(due, clock.instant()))
        .isFalse();
    set(TWO_HOURS);
    assertThat(new UndoWindows(new JdbcAttempts(database), clock).isOpen(due, clock.instant()))
        .isFalse();
  }

  @Test
  void thePaceHoldsWhenTheClockIsSetForward() {
    Outbox outbox = office.outbox(settings -> settings.live().withPace(new RateLimit(20, 1000, 1)));
    office.approved(60);
    pass(Duration.ofSeconds(61));
    var dispatch =
        SendingOffice.dispatch(outbox, SendingOffice.answering(_ -> new Answer.Accepted("250")));
    outbox.due().forEach(dispatch::send);
    pass(Duration.ofSeconds(5));
    set(TWO_HOURS);
    assertThat(outbox.due()).isEmpty();
    pass(Duration.ofSeconds(50));
    assertThat(outbox.due()).isEmpty();
    pass(Duration.ofSeconds(6));
    assertThat(outbox.due()).hasSize(20);
  }

  @Test
  void repliesLeaveInTimeWhenTheClockIsSetBack() {
    office.approved(1);
    pass(Duration.ofSeconds(8));
    set(TWO_HOURS.negated());
    pass(Duration.ofSeconds(60));
    assertThat(office.outbox().due()).hasSize(1);
  }

  @Test
  void itNeverGoesBackAndEndsAtTheMachinesTime() {
    Instant last = clock.instant();
    set(TWO_HOURS.negated());
    for (int minute = 0; minute < 60 * 21; minute++) {
      pass(Duration.ofMinutes(1));
      assertThat(clock.instant()).isAfterOrEqualTo(last);
      last = clock.instant();
    }
    assertThat(clock.instant()).isEqualTo(machine.instant());
    assertThat(clock.ahead()).isZero();
  }

  @Test
  void aClockThatIsPutRightAgainIsFollowedAtOnce() {
    set(TWO_HOURS.negated());
    pass(Duration.ofMinutes(10));
    assertThat(clock.ahead()).isGreaterThan(Duration.ofMinutes(118));
    set(TWO_HOURS);
    assertThat(clock.instant()).isEqualTo(machine.instant());
    assertThat(clock.steppedSince(Instant.EPOCH)).isLessThan(Duration.ofMinutes(2));
  }
}
