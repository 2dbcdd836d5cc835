package org.postbag;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.postbag.catalog.LiveCatalog;
import org.postbag.database.Database;
import org.postbag.intake.ChangedPasswords;
import org.postbag.intake.RetrySignal;
import org.postbag.ledger.Ledger;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.Matching;
import org.postbag.matching.training.TrainingService;
import org.postbag.people.help.LiveHelp;
import org.postbag.review.Rematching;
import org.postbag.search.IndexFollower;
import org.postbag.search.PastIndex;
import org.postbag.sending.Outbox;
import org.postbag.settings.SecretFiles;
import org.postbag.settings.Settings;
import org.postbag.settings.SettingsReader;
import org.postbag.upkeep.Upkeep;
import org.postbag.upkeep.backup.BackupSettings;
import org.postbag.upkeep.figures.FigureFollower;
import org.postbag.upkeep.health.HealthChecks;
import org.postbag.upkeep.verify.Seals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The part of [Wiring] that runs by itself beside the mail's routes: the only place where threads
/// and watchers of the house start.
@Configuration(proxyBeanMethods = false)
class WorkerWiring {
  private static final Duration LEARN_EVERY = Duration.ofMinutes(5);
  private static final Duration PASSWORDS_EVERY = Duration.ofSeconds(5);
  private static final Duration INDEX_EVERY = Duration.ofSeconds(1);
  private static final Duration HELP_EVERY = Duration.ofSeconds(1);
  private static final Duration RECONCILE_EVERY = Duration.ofSeconds(2);
  private static final Duration RECONCILE_ALL_EVERY = Duration.ofDays(1);
  private static final Duration HEALTH_EVERY = Duration.ofSeconds(15);
  private static final Duration FIGURES_EVERY = Duration.ofSeconds(5);
  private static final Duration HEAD_EVERY = Duration.ofHours(1);
  private static final Duration BACKUP_LOOKS = Duration.ofMinutes(5);
  private static final Duration SEAL_EVERY = Duration.ofHours(1);
  private static final Duration AGE_EVERY = Duration.ofMinutes(30);

  /// The first to start settles what was under way when the program last ended, before anything is
  /// claimed. The first to stop lets nothing more be claimed, while all the rest ends.
  @Bean
  Workers workers(
      Outbox outbox,
      LiveCatalog catalog,
      LiveHelp help,
      Matching matching,
      Rematching rematching,
      CampaignKeeper campaigns,
      IndexFollower follower,
      PastIndex pastIndex,
      TrainingService trainingService,
      HeadExport headExport,
      ChangedPasswords passwords,
      HealthChecks health,
      Upkeep upkeep,
      Seals seals,
      FigureFollower figures,
      Settings settings) {
    Periodic healths = new Periodic("health", HEALTH_EVERY, health::report);
    Periodic heads = new Periodic("ledger head", HEAD_EVERY, headExport::export);
    Periodic helps = new Periodic("needs help", HELP_EVERY, () -> again(help, rematching));
    Periodic reconciles =
        new Periodic("campaigns", RECONCILE_EVERY, () -> rematching.run(campaigns.reconcile()));
    Periodic nightly =
        new Periodic(
            "all campaigns", RECONCILE_ALL_EVERY, () -> rematching.run(campaigns.reconcileAll()));
    Periodic counts = new Periodic("figures", FIGURES_EVERY, figures::follow);
    Periodic looks = new Periodic("passwords", PASSWORDS_EVERY, passwords::look);
    Periodic backups = new Periodic("backup", BACKUP_LOOKS, upkeep.backups()::makeIfDue);
    Periodic sealing = new Periodic("seals", SEAL_EVERY, () -> seals.sealNew());
    BackupSettings nights = settings.upkeep().backup();
    Periodic ageing =
        new Periodic(
            "retention", AGE_EVERY, () -> upkeep.retention().runDaily(nights.at(), nights.zone()));
    return new Workers(
        List.of(
            Worker.atStart("recovery", outbox::recover),
            new Worker("topics", () -> watch(catalog, matching, rematching), catalog::close),
            Worker.atStart("meaning of help", () -> learn(help)),
            new Worker("needs help", helps::start, helps::close),
            Worker.atStart("known campaigns", () -> restore(campaigns)),
            new Worker("campaigns", reconciles::start, reconciles::close),
            new Worker("all campaigns", nightly::start, nightly::close),
            new Worker("index", () -> follower.start(INDEX_EVERY), follower::close),
            new Worker("past index", () -> pastIndex.start(INDEX_EVERY), pastIndex::close),
            new Worker(
                "learning",
                () -> trainingService.start(LEARN_EVERY, rematching::run),
                trainingService::close),
            Worker.atStart("first ledger head", headExport::export),
            new Worker("ledger head", heads::start, heads::close),
            new Worker("figures", counts::start, counts::close),
            new Worker("passwords", looks::start, looks::close),
            new Worker("health", healths::start, healths::close),
            new Worker("backup", backups::start, backups::close),
            new Worker("seals", sealing::start, sealing::close),
            new Worker("retention", ageing::start, ageing::close),
            Worker.atStop("sending", outbox::stop)));
  }

  @Bean
  HeadExport headExport(Ledger ledger, Settings settings, InstantSource clock) {
    return new HeadExport(ledger, settings.data(), clock);
  }

  @Bean
  FigureFollower figureFollower(Database database, Settings settings) {
    return new FigureFollower(database, settings.zone());
  }

  @Bean
  ChangedPasswords changedPasswords(Settings settings, RetrySignal retries) {
    SecretFiles secrets = SecretFiles.of(System.getenv());
    return new ChangedPasswords(
        settings.mailboxes(),
        () ->
            SettingsReader.read(settings.config(), settings.data(), secrets)
                .settings()
                .map(Settings::mailboxes)
                .orElse(List.of()),
        retries);
  }

  /// Topics that change match again what no person has decided, off the thread that saw the change.
  private static void watch(LiveCatalog catalog, Matching matching, Rematching rematching) {
    catalog.onChange(now -> {
      matching.activate(now, rematching::run);
      Thread.ofVirtual().name("match again").start(rematching::run);
    });
    catalog.watch();
  }

  /// The meaning of the examples takes seconds; until then their words alone are compared.
  private static void learn(LiveHelp help) {
    Thread.ofVirtual().name("meaning of help").start(help::learnMeaning);
  }

  private static void again(LiveHelp help, Rematching rematching) {
    if (help.look()) {
      rematching.run();
    }
  }

  private static void restore(CampaignKeeper campaigns) {
    Thread.ofVirtual().name("known campaigns").start(campaigns::restore);
  }
}
