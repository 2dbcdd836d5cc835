package org.postbag;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.LiveCatalog;
import org.postbag.database.Database;
import org.postbag.email.LetterReader;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.AuthservIds;
import org.postbag.intake.Intake;
import org.postbag.intake.MailboxAccounts;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.OAuthTokens;
import org.postbag.intake.Reception;
import org.postbag.intake.RetrySignal;
import org.postbag.intake.imap.ImapComponent;
import org.postbag.intake.imap.ImapReconciliation;
import org.postbag.ledger.Ledger;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.Matching;
import org.postbag.matching.training.TrainingService;
import org.postbag.people.Senders;
import org.postbag.people.help.LiveHelp;
import org.postbag.reply.ChosenReply;
import org.postbag.reply.OwnReplies;
import org.postbag.reply.ReplyComposer;
import org.postbag.reply.SenderChecks;
import org.postbag.review.Decisions;
import org.postbag.review.GroupDecisions;
import org.postbag.review.JdbcSentReplies;
import org.postbag.review.Rematching;
import org.postbag.review.ReplyChoices;
import org.postbag.review.ReviewQueue;
import org.postbag.review.Snoozes;
import org.postbag.review.WrittenReplies;
import org.postbag.review.breaker.Breakers;
import org.postbag.review.handling.Holders;
import org.postbag.review.handling.Notes;
import org.postbag.review.handling.Presence;
import org.postbag.review.handling.Writings;
import org.postbag.search.IndexFollower;
import org.postbag.search.LetterIndex;
import org.postbag.sending.Bounces;
import org.postbag.sending.Dispatch;
import org.postbag.sending.Outbox;
import org.postbag.sending.SentBookkeeping;
import org.postbag.sending.Settlement;
import org.postbag.sending.StartupCheck;
import org.postbag.sending.SteadyClock;
import org.postbag.settings.Settings;
import org.postbag.upkeep.Upkeep;
import org.postbag.web.MailboxRemedies;
import org.postbag.web.Notices;
import org.postbag.web.WebConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The house, put together: every room's door is made here, in the order of the rooms, from the
/// settings and from the doors before it.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  MatchingWiring.class,
  SendingWiring.class,
  UpkeepWiring.class,
  HealthWiring.class,
  WorkerWiring.class,
  WebConfiguration.class
})
class Wiring {
  @Bean
  SteadyClock clock() {
    return SteadyClock.ofMachine();
  }

  /// [WorkerWiring] ends its watch.
  @Bean(destroyMethod = "")
  LiveCatalog catalog(Settings settings) {
    return LiveCatalog.open(settings.config());
  }

  /// The catalog in force, asked anew each time.
  @Bean
  Supplier<Catalog> catalogInForce(LiveCatalog catalog) {
    return catalog::catalog;
  }

  @Bean
  Database database(Settings settings) {
    return Database.open(settings.database());
  }

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

  @Bean
  Ledger ledger(Database database, InstantSource clock) {
    return new Ledger(database, clock);
  }

  @Bean
  Senders senders(Database database, Settings settings, InstantSource clock) {
    AuthservIds ids = new AuthservIds(database, settings.authservIds(), clock);
    return new Senders(database, ids::trusted, settings.own(), clock);
  }

  @Bean
  LiveHelp help(Settings settings, Matching matching) {
    return LiveHelp.open(settings.config(), matching.embedder());
  }

  @Bean
  ReplyComposer composer(
      LiveCatalog catalog, Settings settings, Senders senders, LiveHelp help, InstantSource clock) {
    return new ReplyComposer(
        catalog::catalog,
        settings.reply(),
        SenderChecks.of(senders),
        help::detector,
        help::speech,
        clock);
  }

  @Bean
  Breakers breakers(Database database, Ledger ledger, InstantSource clock) {
    return new Breakers(database, ledger, clock);
  }

  @Bean
  ReviewQueue queue(
      Database database, Ledger ledger, Settings settings, LetterIndex index, InstantSource clock) {
    return new ReviewQueue(database, ledger, settings.review(), index::find, clock);
  }

  @Bean
  GroupDecisions groupDecisions(
      Database database,
      Ledger ledger,
      Decisions decisions,
      CampaignKeeper campaigns,
      InstantSource clock) {
    return new GroupDecisions(database, ledger, decisions, clock, campaigns, new SecureRandom());
  }

  @Bean
  Decisions decisions(
      Database database,
      Ledger ledger,
      Settings settings,
      Intake intake,
      Reception reception,
      ReplyComposer composer,
      InstantSource clock) {
    return new Decisions(
        database,
        ledger,
        settings.review(),
        (letter, topic) ->
            intake
                .find(letter)
                .map(reception::open)
                .map(open -> composer.chosen(open.letter(), open.kept().uid().mailbox(), topic))
                .orElse(ChosenReply.NONE),
        clock);
  }

  @Bean
  WrittenReplies writtenReplies(
      Database database,
      Ledger ledger,
      Settings settings,
      Intake intake,
      Reception reception,
      ReplyComposer composer,
      InstantSource clock) {
    return new WrittenReplies(
        database, ledger, settings.review(), new ReplyChoices(intake, reception, composer), clock);
  }

  @Bean
  Snoozes snoozes(Database database, Ledger ledger, InstantSource clock) {
    return new Snoozes(database, ledger, clock);
  }

  @Bean
  Notes notes(Database database, Ledger ledger, InstantSource clock) {
    return new Notes(database, ledger, clock);
  }

  @Bean
  Holders holders(Database database, Ledger ledger, InstantSource clock) {
    return new Holders(database, ledger, clock);
  }

  @Bean
  Presence presence(Database database, InstantSource clock) {
    return new Presence(database, clock);
  }

  @Bean
  Writings writings(Database database) {
    return new Writings(database);
  }

  /// The routes' timers find it by its name.
  @Bean
  Outages outages(InstantSource clock) {
    return new Outages(clock);
  }

  @Bean
  Notices notices(
      MailboxHealth health,
      LiveCatalog catalog,
      LiveHelp help,
      Outbox outbox,
      StartupCheck startupCheck,
      LetterIndex index,
      IndexFollower follower,
      Matching matching,
      TrainingService trainingService,
      Outages outages,
      Upkeep upkeep) {
    return new StaffNotices(
        health,
        catalog,
        help,
        outbox,
        startupCheck,
        index,
        follower,
        matching,
        trainingService,
        outages,
        upkeep.backups());
  }

  @Bean
  MailFlow mailFlow(
      Intake intake,
      Reception reception,
      Matching matching,
      ReplyComposer composer,
      Rematching rematching,
      Dispatch dispatch,
      StartupCheck startupCheck,
      SentBookkeeping sentBookkeeping,
      Settlement settlement,
      Bounces bounces,
      Snoozes snoozes,
      Outages outages) {
    return new MailFlow(
        intake,
        reception,
        matching,
        composer,
        rematching,
        dispatch,
        startupCheck,
        sentBookkeeping,
        settlement,
        bounces,
        snoozes,
        outages);
  }
}
