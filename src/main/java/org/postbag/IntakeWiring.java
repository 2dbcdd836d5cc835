package org.postbag;

import java.time.InstantSource;
import org.postbag.catalog.LiveCatalog;
import org.postbag.database.Database;
import org.postbag.email.LetterReader;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.Intake;
import org.postbag.intake.MailboxAccounts;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.OAuthTokens;
import org.postbag.intake.Reception;
import org.postbag.intake.RetrySignal;
import org.postbag.intake.imap.ImapComponent;
import org.postbag.intake.imap.ImapReconciliation;
import org.postbag.reply.OwnReplies;
import org.postbag.review.JdbcSentReplies;
import org.postbag.settings.Settings;
import org.postbag.web.MailboxRemedies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The part of [Wiring] by which letters come in: the mailboxes, and what is kept of them.
@Configuration(proxyBeanMethods = false)
class IntakeWiring {
  @Bean
  Intake intake(Database database, InstantSource clock) {
    return new Intake(database, clock);
  }

  @Bean
  MailboxHealth mailboxHealth(InstantSource clock) {
    return new MailboxHealth(clock);
  }

  @Bean
  RetrySignal retrySignal(InstantSource clock) {
    return new RetrySignal(clock);
  }

  @Bean
  MailboxAccounts mailboxAccounts(Database database, InstantSource clock) {
    return new MailboxAccounts(database, clock);
  }

  @Bean
  MailboxRemedies mailboxRemedies(
      Settings settings, RetrySignal retries, MailboxAccounts accounts) {
    return new MailboxRemedies(settings.mailboxes(), retries, accounts);
  }

  @Bean
  AccessTokens accessTokens(Settings settings, InstantSource clock) {
    return new OAuthTokens(settings.data(), clock);
  }

  @Bean(ImapComponent.SCHEME)
  ImapComponent imap(
      Settings settings,
      AccessTokens tokens,
      Intake intake,
      MailboxHealth health,
      RetrySignal retries,
      MailboxAccounts accounts,
      InstantSource clock) {
    return new ImapComponent(
        settings.mailboxes(), tokens, intake, health, retries, accounts, clock);
  }

  @Bean
  ImapReconciliation reconciliation(
      Settings settings,
      AccessTokens tokens,
      Intake intake,
      MailboxHealth health,
      InstantSource clock) {
    return new ImapReconciliation(settings.mailboxes(), tokens, intake, health, clock);
  }

  @Bean
  LetterReader letterReader(LiveCatalog catalog, Database database) {
    return new LetterReader(new OwnReplies(catalog::catalog, new JdbcSentReplies(database)::texts));
  }

  @Bean
  Reception reception(Settings settings, LetterReader reader) {
    return new Reception(settings.own(), reader);
  }
}
