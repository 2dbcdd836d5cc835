package org.postbag;

import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.postbag.catalog.LiveCatalog;
import org.postbag.database.Database;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.Intake;
import org.postbag.intake.MailboxMarks;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.imap.ImapMarks;
import org.postbag.ledger.Ledger;
import org.postbag.review.ReviewQueue;
import org.postbag.sending.Bounces;
import org.postbag.sending.Composer;
import org.postbag.sending.Departures;
import org.postbag.sending.Dispatch;
import org.postbag.sending.Outbox;
import org.postbag.sending.Pauses;
import org.postbag.sending.RefusedAddresses;
import org.postbag.sending.Settlement;
import org.postbag.sending.SmtpSender;
import org.postbag.sending.Traces;
import org.postbag.sending.smtp.SmtpServer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The part of [Wiring] behind a person's approval.
@Configuration(proxyBeanMethods = false)
class RepliesOut {
  @Bean
  Composer replyWriter(Settings settings) {
    return new Composer(settings.config().resolve("replies"));
  }

  @Bean
  Outbox outbox(
      Database database,
      Ledger ledger,
      LiveCatalog catalog,
      Settings settings,
      InstantSource clock) {
    return new Outbox(
        database, ledger, catalog::catalog, names(settings), settings.sending(), clock);
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
  Dispatch dispatch(Outbox outbox, SmtpSender smtp) {
    return new Dispatch(outbox, smtp::send);
  }

  @Bean
  MailboxMarks mailboxMarks(Settings settings, AccessTokens tokens) {
    return new ImapMarks(settings.mailboxes(), tokens);
  }

  @Bean
  Traces traces(
      Database database,
      Ledger ledger,
      Intake intake,
      MailboxMarks marks,
      Composer composer,
      InstantSource clock) {
    return new Traces(database, ledger, intake, marks, composer::compose, clock);
  }

  @Bean
  Settlement settlement(
      Database database,
      Ledger ledger,
      ReviewQueue queue,
      MailboxMarks marks,
      InstantSource clock) {
    return new Settlement(database, ledger, queue, marks, clock);
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
  Departures departures(Database database, Ledger ledger, Settings settings, InstantSource clock) {
    return new Departures(database, ledger, names(settings), settings.sending(), clock);
  }
}
