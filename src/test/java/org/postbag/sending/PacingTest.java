package org.postbag.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.sending.SendingOffice.ANN;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestDatabases;
import org.postbag.ledger.State;
import org.postbag.review.Approval;
import org.postbag.sending.smtp.Answer;

/// Limits, pauses, office hours, and the time of the last departure.
class PacingTest {
  private final Database database = TestDatabases.sqlite();
  private final SettableClock clock = new SettableClock();
  private final SendingOffice office = new SendingOffice(database, clock);

  @AfterEach
  void close() {
    database.close();
  }

  private void flow(Outbox outbox, CountingProvider provider) {
    SendingOffice.sendDue(outbox, SendingOffice.answering(_ -> taken(provider)));
  }

  private Answer taken(CountingProvider provider) {
    clock.advance(Duration.ofMillis(300));
    provider.take(clock.instant());
    clock.advance(Duration.ofMillis(200));
    return new Answer.Accepted("250");
  }

  @Test
  void theLastDepartureIsForetoldToFivePercent() {
    SendingSettings settings =
        SendingSettings.STANDARD.live().withPace(new RateLimit(30, 10_000, 3));
    Outbox outbox = office.outbox(_ -> settings);
    DepartureForecast departureForecast =
        new DepartureForecast(database, office.ledger(), Set.of("office"), settings, clock);
    office.approved(600);
    clock.advance(SendingOffice.UNDO);
    Instant begin = clock.instant();
    Instant foretold = departureForecast.last("office").orElseThrow();
    CountingProvider provider = new CountingProvider(settings.rateLimit());
    while (provider.all() < 600) {
      office.ledger().doInTurn(() -> flow(outbox, provider));
      clock.advance(Duration.ofSeconds(1));
    }
    double real = Duration.between(begin, clock.instant()).toMillis();
    double said = Duration.between(begin, foretold).toMillis();
    assertThat(said / real).isBetween(0.95, 1.05);
    assertThat(departureForecast.last("office")).isEmpty();
  }

  @Test
  void aPauseHoldsFromTheNextClaimAndOutlivesTheProgram() {
    office.approved(2);
    clock.advance(SendingOffice.UNDO);
    Outbox outbox = office.outbox();
    List<Approval> due = outbox.due();
    Pauses pauses = new Pauses(database, clock);
    pauses.pause(new Pause.Scope.All(), ANN);
    SendingOffice.dispatch(outbox, SendingOffice.answering(_ -> new Answer.Accepted("250")))
        .send(due.getFirst());
    assertThat(office.outbox().due()).isEmpty();

    pauses.resume(new Pause.Scope.All());
    assertThat(office.outbox().due()).hasSize(2);
    assertThat(office.state(due.getFirst().letter())).isEqualTo(State.APPROVED);
  }

  @Test
  void aTopicOrAMailboxIsPausedAloneAndStarvesNoOther() {
    office.approved(3);
    long other = office.waiting("other", "The reply on Calais");
    office.approve(other);
    clock.advance(SendingOffice.UNDO);
    Pauses pauses = new Pauses(database, clock);
    pauses.pause(new Pause.Scope.Mailbox("office"), ANN);
    assertThat(office.outbox().due())
        .singleElement()
        .satisfies(a -> assertThat(a.letter()).isEqualTo(other));

    pauses.resume(new Pause.Scope.Mailbox("office"));
    pauses.pause(new Pause.Scope.Topic(SendingOffice.CALAIS), ANN);
    assertThat(office.outbox().due()).isEmpty();
    assertThat(pauses.all()).singleElement().satisfies(p -> assertThat(p.actor()).isEqualTo("ann"));
  }

  @Test
  void nothingLeavesOutsideOfOfficeHours() {
    OfficeHours hours =
        new OfficeHours(
            Set.of(DayOfWeek.MONDAY), LocalTime.of(10, 0), LocalTime.of(12, 0), ZoneOffset.UTC);
    Outbox outbox =
        office.outbox(s ->
            new SendingSettings(
                false, s.rateLimit(), s.paces(), s.retries(), Optional.of(hours), s.node()));
    office.approved();
    clock.advance(Duration.ofMinutes(30)); // Monday, 09:30
    assertThat(outbox.due()).isEmpty();
    clock.advance(Duration.ofMinutes(30));
    assertThat(outbox.due()).hasSize(1);
    assertThat(hours.nextOpen(Instant.parse("2026-11-23T12:00:00Z")))
        .isEqualTo(Instant.parse("2026-11-30T10:00:00Z"));
  }

  @Test
  void aMailboxThatHangsDoesNotHoldUpAnother() throws Exception {
    office.approved(RateLimit.PLAIN.connections() + 2);
    long other = office.waiting("other", "The reply on Calais");
    office.approve(other);
    clock.advance(SendingOffice.UNDO);
    Outbox outbox = office.outbox();
    Dispatch dispatch = SendingOffice.dispatch(outbox, SendingOffice.answering(this::orHang));
    for (Approval approval : dispatch.due()) {
      Thread.ofVirtual().start(() -> dispatch.send(approval));
    }
    org.awaitility.Awaitility.await().until(() -> office.state(other) == State.SENT);
    assertThat(office.ledger().account().of(State.SENDING))
        .isEqualTo(RateLimit.PLAIN.connections());
  }

  /// The mailbox "other" is served; a reply from another one gets no answer.
  private Answer orHang(Claim.Taken claim) {
    while (!claim.approval().mailbox().equals("other")) {
      java.util.concurrent.locks.LockSupport.park();
    }
    return new Answer.Accepted("250");
  }

  @Test
  void thePausesGrowAndVaryByAFifth() {
    java.util.random.RandomGenerator random = java.util.random.RandomGenerator.getDefault();
    long[] minutes = {1, 5, 15, 60, 120, 240, 240, 240};
    for (int tries = 1; tries <= minutes.length; tries++) {
      for (int i = 0; i < 100; i++) {
        double pause = Retries.STANDARD.after(tries, random).toMillis() / 60_000.0;
        assertThat(pause).isBetween(minutes[tries - 1] * 0.799, minutes[tries - 1] * 1.201);
      }
    }
  }
}
