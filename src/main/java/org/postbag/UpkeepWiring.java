package org.postbag;

import java.time.InstantSource;
import org.postbag.catalog.LiveCatalog;
import org.postbag.database.Database;
import org.postbag.email.LetterReader;
import org.postbag.ledger.Ledger;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.training.TrainingService;
import org.postbag.past.Past;
import org.postbag.past.proposal.PastTopics;
import org.postbag.past.proposal.ProposalSearch;
import org.postbag.past.proposal.ProposalText;
import org.postbag.past.proposal.Proposals;
import org.postbag.search.IndexFollower;
import org.postbag.search.PastIndex;
import org.postbag.settings.Settings;
import org.postbag.upkeep.Inventory;
import org.postbag.upkeep.Upkeep;
import org.postbag.upkeep.backup.Backups;
import org.postbag.upkeep.backup.DailyBackups;
import org.postbag.upkeep.hold.Holds;
import org.postbag.upkeep.person.DerivedData;
import org.postbag.upkeep.person.Erasure;
import org.postbag.upkeep.person.PersonExport;
import org.postbag.upkeep.retention.Retention;
import org.postbag.upkeep.verify.Seals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The part of [Wiring] that an administrator and a data protection officer work with.
@Configuration(proxyBeanMethods = false)
class UpkeepWiring {
  @Bean
  Seals seals(Database database) {
    return new Seals(database);
  }

  @Bean
  Past past(Database database) {
    return new Past(database);
  }

  @Bean
  Proposals proposals(Database database, InstantSource clock) {
    return new Proposals(database, clock);
  }

  @Bean
  ProposalText proposalText(Settings settings) {
    return new ProposalText(settings.zone());
  }

  /// Makes topics of the past when staff ask for it.
  @Bean
  ProposalSearch proposalSearch(
      Past past, Proposals proposals, Settings settings, LiveCatalog catalog) {
    return new ProposalSearch(
        new PastTopics(past, settings.zone(), settings.data()),
        proposals,
        () -> catalog.catalog().names());
  }

  @Bean(destroyMethod = "close")
  PastIndex pastIndex(Settings settings, Database database, InstantSource clock) {
    return PastIndex.open(settings.data().resolve("past-index"), database, clock);
  }

  @Bean
  Upkeep upkeep(
      Database database,
      Ledger ledger,
      LetterReader reader,
      IndexFollower follower,
      PastIndex pastIndex,
      CampaignKeeper campaigns,
      TrainingService training,
      Settings settings,
      InstantSource clock) {
    Holds holds = new Holds(database, ledger, clock);
    Erasure erasure =
        new Erasure(
            database,
            ledger,
            reader,
            holds,
            new DerivedData(follower, pastIndex, campaigns, training::resume),
            clock);
    return new Upkeep(
        new DailyBackups(
            new Backups(database, settings.data(), settings.config(), clock),
            settings.upkeep().backup(),
            clock),
        new PersonExport(database, ledger, reader, clock),
        erasure,
        new Retention(database, settings.upkeep().retention(), erasure, clock),
        holds,
        new Inventory(database, settings.upkeep()));
  }
}
