package org.postbag;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.LiveCatalog;
import org.postbag.database.Database;
import org.postbag.intake.AuthservIds;
import org.postbag.intake.Intake;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.Reception;
import org.postbag.ledger.Ledger;
import org.postbag.matching.Matching;
import org.postbag.matching.training.TrainingService;
import org.postbag.people.Senders;
import org.postbag.people.help.LiveHelp;
import org.postbag.reply.ReplyComposer;
import org.postbag.reply.SenderChecks;
import org.postbag.review.Rematching;
import org.postbag.review.Snoozes;
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
  IntakeWiring.class,
  MatchingWiring.class,
  ReviewWiring.class,
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
