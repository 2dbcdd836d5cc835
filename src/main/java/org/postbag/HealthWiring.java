package org.postbag;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postbag.catalog.LiveCatalog;
import org.postbag.catalog.Problem;
import org.postbag.database.Database;
import org.postbag.intake.MailboxHealth;
import org.postbag.ledger.Ledger;
import org.postbag.people.help.LiveHelp;
import org.postbag.review.DryRun;
import org.postbag.search.LetterIndex;
import org.postbag.sending.Outbox;
import org.postbag.sending.SteadyClock;
import org.postbag.settings.Settings;
import org.postbag.upkeep.health.DatabaseCheck;
import org.postbag.upkeep.health.DiskCheck;
import org.postbag.upkeep.health.HealthChecks;
import org.postbag.upkeep.health.HealthFigures;
import org.postbag.upkeep.health.LettersCheck;
import org.postbag.upkeep.health.MailboxCheck;
import org.postbag.upkeep.health.RouteCheck;
import org.postbag.upkeep.health.SendingCheck;
import org.postbag.upkeep.health.TroubleCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The part of [Wiring] that looks at all the others.
@Configuration(proxyBeanMethods = false)
class HealthWiring {
  @Bean
  DiskCheck disk(Settings settings) {
    return new DiskCheck(settings.data());
  }

  @Bean
  SendingCheck sendingCheck(
      Database database, Settings settings, Outbox outbox, DryRun dryRun, InstantSource clock) {
    return new SendingCheck(database, settings.undoWindow(), outbox::troubles, dryRun::isOn, clock);
  }

  @Bean
  HealthChecks healthChecks(
      Database database,
      DiskCheck disk,
      Outages outages,
      MailboxHealth mailboxes,
      SendingCheck sending,
      Ledger ledger,
      LetterIndex index,
      LiveCatalog catalog,
      LiveHelp help,
      SteadyClock clock) {
    return new HealthChecks(
        List.of(
            new DatabaseCheck(database),
            disk,
            new RouteCheck(outages::routes, clock),
            new MailboxCheck(mailboxes, clock),
            sending,
            new LettersCheck(ledger),
            new TroubleCheck(
                "index", "Letters are found.", () -> index.problem().map(Problem::toString)),
            new TroubleCheck(
                "configuration",
                "Topics and replies are in force as they are written.",
                () -> mistakes(catalog, help)),
            new TroubleCheck("clock", "It goes evenly.", () -> ahead(clock))),
        clock);
  }

  private static Optional<String> mistakes(LiveCatalog catalog, LiveHelp help) {
    List<Problem> errors =
        java.util.stream.Stream.concat(catalog.problems().stream(), help.problems().stream())
            .filter(Problem::isError)
            .toList();
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The last good version is in force instead of: "
                + errors.stream().map(Problem::toString).collect(Collectors.joining("; ")));
  }

  private static Optional<String> ahead(SteadyClock clock) {
    long seconds = clock.ahead().toSeconds();
    return seconds < 2
        ? Optional.empty()
        : Optional.of(
            ("The machine's clock was set back. Postbag's own is %d s ahead and waits for it;"
                    + " times that it shows are late by that. Set the clock right, or restart"
                    + " Postbag if it is.")
                .formatted(seconds));
  }

  @Bean
  HealthFigures healthFigures(
      HealthChecks checks,
      SendingCheck sending,
      MailboxHealth mailboxes,
      DiskCheck disk,
      Outages outages,
      InstantSource clock) {
    return new HealthFigures(checks, sending, mailboxes, disk, outages::routes, clock);
  }
}
