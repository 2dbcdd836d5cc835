package org.postbag;

import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.postbag.catalog.LiveCatalog;
import org.postbag.database.Database;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.Intake;
import org.postbag.intake.MailboxAccounts;
import org.postbag.intake.MailboxFlags;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.RetrySignal;
import org.postbag.intake.imap.ImapFlags;
import org.postbag.ledger.Ledger;
import org.postbag.review.DryRun;
import org.postbag.review.ReviewQueue;
import org.postbag.sending.Bounces;
import org.postbag.sending.Composer;
import org.postbag.sending.DepartureForecast;
import org.postbag.sending.Dispatch;
import org.postbag.sending.Outbox;
import org.postbag.sending.Pauses;
import org.postbag.sending.Refusals;
import org.postbag.sending.RefusedAddresses;
import org.postbag.sending.SentBookkeeping;
import org.postbag.sending.Settlement;
import org.postbag.sending.SmtpSender;
import org.postbag.sending.StartupCheck;
import org.postbag.sending.smtp.SmtpServer;
import org.postbag.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/// The part of [Wiring] behind a person's approval.
@Configuration(proxyBeanMethods = false)
class SendingWiring {
  @Bean
  Composer replyWriter(Settings settings) {
    return new Composer(settings.config().resolve("replies"));
  }

  /// Before the desk can approve anything, the first value is there.
  @Bean
  DryRun dryRun(Database database, Ledger ledger, Settings settings, InstantSource clock) {
    DryRun dryRun = new DryRun(database, ledger, clock);
    dryRun.configure(settings.sending().dryRun());
    return dryRun;
  }

  @Bean
  @DependsOn("dryRun")
  Outbox outbox(
      Database database,
      Ledger ledger,
      LiveCatalog catalog,
      Settings settings,
      StartupCheck startupCheck,
      RetrySignal retries,
      InstantSource clock) {
    Outbox outbox =
        new Outbox(
            database,
            ledger,
            catalog::catalog,
            names(settings),
            startupCheck::isDone,
            settings.sending(),
            clock);
    names(settings).forEach(name -> retries.register(name, cause -> outbox.endPause(name, cause)));
    return outbox;
  }

  private static Set<String> names(Settings settings) {
    return settings.mailboxes().stream().map(MailboxSettings::name).collect(Collectors.toSet());
  }

  @Bean
  SmtpSender smtp(Settings settings, AccessTokens tokens, Composer composer) {
    return new SmtpSender(
        settings.mailboxes().stream()
            .collect(Collectors.toMap(MailboxSettings::name, m -> SmtpServer.of(m, tokens))),
        composer::compose);
  }

  @Bean
  Dispatch dispatch(Outbox outbox, SmtpSender smtp, RetrySignal retries) {
    return new Dispatch(outbox, smtp::send, retries::signedIn);
  }

  @Bean
  ImapFlags mailboxMarks(
      Settings settings, AccessTokens tokens, RetrySignal retries, MailboxAccounts accounts) {
    return new ImapFlags(settings.mailboxes(), tokens, retries, accounts);
  }

  @Bean
  StartupCheck startupCheck(
      Database database,
      Ledger ledger,
      Settlement settlement,
      ImapFlags mailboxes,
      Settings settings,
      RetrySignal retries,
      InstantSource clock) {
    StartupCheck check =
        new StartupCheck(database, ledger, settlement, mailboxes, names(settings), clock);
    names(settings).forEach(name -> retries.register(name, _ -> check.endPause(name)));
    return check;
  }

  @Bean
  Refusals refusals(Database database) {
    return new Refusals(database);
  }

  @Bean
  SentBookkeeping traces(
      Database database,
      Ledger ledger,
      Intake intake,
      MailboxFlags marks,
      Composer composer,
      Settings settings,
      RetrySignal retries,
      InstantSource clock) {
    SentBookkeeping traces =
        new SentBookkeeping(database, ledger, intake, marks, composer::compose, clock);
    names(settings).forEach(name -> retries.register(name, _ -> traces.endPause(name)));
    return traces;
  }

  @Bean
  Settlement settlement(
      Database database,
      Ledger ledger,
      ReviewQueue queue,
      MailboxFlags marks,
      Settings settings,
      RetrySignal retries,
      InstantSource clock) {
    Settlement settlement = new Settlement(database, ledger, queue, marks, clock);
    names(settings).forEach(name -> retries.register(name, _ -> settlement.endPause()));
    return settlement;
  }

  @Bean
  Bounces bounces(Settlement settlement) {
    return new Bounces(settlement);
  }

  @Bean
  Pauses pauses(Database database, InstantSource clock) {
    return new Pauses(database, clock);
  }

  @Bean
  RefusedAddresses refusedAddresses(Database database) {
    return new RefusedAddresses(database);
  }

  @Bean
  DepartureForecast departures(
      Database database, Ledger ledger, Settings settings, InstantSource clock) {
    return new DepartureForecast(database, ledger, names(settings), settings.sending(), clock);
  }
}
