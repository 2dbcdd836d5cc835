package org.postbag.upkeep.health;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.database.Database;
import org.postbag.database.DatabaseAway;
import org.postbag.database.SettableClock;
import org.postbag.database.TestDatabases;
import org.postbag.sending.SendingOffice;
import org.postbag.sending.SendingOutage;
import org.postbag.upkeep.health.Finding.Level;
import org.slf4j.LoggerFactory;

/// What the checks find when something is wrong.
class HealthChecksTest {
  private final SettableClock clock = new SettableClock();

  private HealthReport report(HealthCheck... checks) {
    return new HealthChecks(List.of(checks), clock).report();
  }

  @Test
  void aRouteThatStandsIsDownAlsoWhenItSaysNothing() {
    Instant started = clock.instant();
    RouteCheck routes =
        new RouteCheck(
            () ->
                List.of(
                    new RouteState("answer", started, Optional.empty()),
                    new RouteState("settle", started, Optional.empty())),
            clock);
    assertThat(report(routes).isReady()).isTrue();
    clock.advance(Duration.ofMinutes(4));
    assertThat(report(routes).lines())
        .extracting(line -> line.finding().level())
        .containsExactly(Level.DOWN, Level.WELL);
    assertThat(report(routes).isReady()).isFalse();
  }

  @Test
  void aRouteThatFailsIsDownWithItsReason() {
    Instant started = clock.instant();
    RouteCheck routes =
        new RouteCheck(
            () -> List.of(new RouteState("send", started, Optional.of("the disk is full"))), clock);
    clock.advance(Duration.ofSeconds(5));
    assertThat(report(routes).isReady()).isTrue();
    clock.advance(Duration.ofSeconds(10));
    assertThat(report(routes).lines().getFirst().finding().words()).contains("the disk is full");
    assertThat(report(routes).isReady()).isFalse();
  }

  @Test
  void aDiskThatRefusesAWriteIsDown(@TempDir Path folder) throws Exception {
    assertThat(report(new DiskCheck(folder)).isReady()).isTrue();
    assertThat(folder).isEmptyDirectory();
    // Nobody, not even root, makes files in /proc.
    HealthReport refused = report(new DiskCheck(Path.of("/proc/sys")));
    assertThat(refused.isReady()).isFalse();
    assertThat(refused.lines().getFirst().finding().words()).contains("refused", "/proc/sys");
    Files.delete(folder);
    assertThat(report(new DiskCheck(folder)).isReady()).isFalse();
  }

  @Test
  void aRefusingSmtpServerIsDownWhileApprovedRepliesWait() {
    try (Database database = TestDatabases.sqlite()) {
      SendingOffice office = new SendingOffice(database, clock);
      AtomicReference<List<SendingOutage>> outages = new AtomicReference<>(List.of());
      SendingCheck sending =
          new SendingCheck(database, SendingOffice.UNDO, outages::get, () -> false, clock);
      outages.set(List.of(new SendingOutage("office", "connection refused", clock.instant())));
      assertThat(report(sending).worst()).isEqualTo(Level.WARNING);
      office.approved();
      assertThat(report(sending).worst()).isEqualTo(Level.WARNING);
      clock.advance(SendingOffice.UNDO);
      assertThat(report(sending).isReady()).isFalse();
      assertThat(report(sending).lines().getFirst().finding().words())
          .contains("1 approved replies", "connection refused");
      outages.set(List.of());
      assertThat(report(sending).worst()).isEqualTo(Level.WELL);
    }
  }

  @Test
  void aReplyThatIsOldAndHasNotLeftIsSaid() {
    try (Database database = TestDatabases.sqlite()) {
      SendingOffice office = new SendingOffice(database, clock);
      SendingCheck sending =
          new SendingCheck(database, SendingOffice.UNDO, List::of, () -> false, clock);
      office.approved();
      clock.advance(Duration.ofMinutes(62));
      assertThat(report(sending).worst()).isEqualTo(Level.WARNING);
      assertThat(report(sending).lines().getFirst().finding().words()).contains("62 minutes ago");
    }
  }

  @Test
  void aDatabaseThatIsAwayIsSaidOnceAndNotAskedAgain() {
    Database database = TestDatabases.sqlite();
    LettersCheck letters = new LettersCheck(new org.postbag.ledger.Ledger(database, clock));
    database.close();
    HealthReport report = report(new DatabaseCheck(database), letters);
    assertThat(report.lines()).hasSize(1);
    assertThat(report.isReady()).isFalse();
  }

  @Test
  void eachFindingSaysSinceWhen() {
    AtomicReference<Finding> found = new AtomicReference<>(Finding.well("x", "1"));
    HealthChecks checks = new HealthChecks(List.of(() -> List.of(found.get())), clock);
    checks.report();
    clock.advance(Duration.ofMinutes(1));
    found.set(Finding.down("x", "broken for 0 s"));
    Instant broke = clock.instant();
    checks.report();
    clock.advance(Duration.ofMinutes(1));
    found.set(Finding.down("x", "broken for 60 s"));
    assertThat(checks.report().lines().getFirst().since()).isEqualTo(broke);
  }

  /// The routes say the outage themselves, and have not tried again when the database is just back.
  @Test
  void anOutageOfTheDatabaseIsNotRepeatedForEachPartThatMetIt() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(HealthChecks.class);
    logger.addAppender(log);
    try {
      report(() ->
          List.of(
              Finding.down("route send", "It fails: " + DatabaseAway.NO_ANSWER + "."),
              Finding.down("route answer", "It fails: the disk is full.")));
    } finally {
      logger.detachAppender(log);
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("health, route answer: It fails: the disk is full.");
  }
}
