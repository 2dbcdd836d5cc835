package org.postbag;

import java.time.InstantSource;
import org.postbag.catalog.CatalogFiles;
import org.postbag.catalog.LiveCatalog;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.database.Database;
import org.postbag.email.LetterReader;
import org.postbag.intake.Intake;
import org.postbag.intake.Reception;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.Matching;
import org.postbag.matching.SimilarLetters;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.training.TrainingService;
import org.postbag.matching.tuning.CatalogEditor;
import org.postbag.matching.tuning.Tuning;
import org.postbag.past.proposal.PastDecisions;
import org.postbag.reply.ReplyComposer;
import org.postbag.review.Rematching;
import org.postbag.review.ReviewQueue;
import org.postbag.search.IndexFollower;
import org.postbag.search.LetterIndex;
import org.postbag.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The part of [Wiring] that knows what letters are about: the index, the topics in force, what was
/// learned. [WorkerWiring] starts the threads that keep all of it up to date.
@Configuration(proxyBeanMethods = false)
class MatchingWiring {
  /// All letters, to be searched and compared; made from the database by [#indexFollower].
  @Bean
  LetterIndex letterIndex(Settings settings) {
    return LetterIndex.open(settings.data().resolve("index"));
  }

  @Bean(destroyMethod = "")
  IndexFollower indexFollower(
      Database database,
      LetterIndex index,
      TrainingService trainingService,
      LetterReader reader,
      InstantSource clock) {
    return new IndexFollower(database, index, trainingService::collectDecisions, reader, clock);
  }

  @Bean
  Campaigns campaigns() {
    return new Campaigns();
  }

  /// The campaigns over restarts, and what staff say of them.
  @Bean
  CampaignKeeper campaignKeeper(
      Database database,
      Campaigns campaigns,
      LetterIndex index,
      Intake intake,
      LetterReader reader,
      InstantSource clock) {
    return new CampaignKeeper(database, campaigns, index, intake, reader, clock);
  }

  @Bean
  Matching matching(
      LiveCatalog catalog, LetterIndex index, Campaigns campaigns, Settings settings) {
    return new Matching(
        catalog.catalog(),
        SimilarLetters.in(index),
        campaigns,
        Embedder.open(settings.meaning()),
        settings.draftRule());
  }

  /// Learns from what people release, off every other thread.
  @Bean(destroyMethod = "")
  TrainingService learning(
      Database database,
      Intake intake,
      Matching matching,
      LetterReader reader,
      InstantSource clock) {
    return new TrainingService(
        database, intake, matching, reader, new PastDecisions(database), clock);
  }

  @Bean
  Rematching rematching(
      Matching matching,
      Intake intake,
      Reception reception,
      ReplyComposer composer,
      ReviewQueue queue) {
    return new Rematching(
        queue, intake, kept -> composer.draft(matching.matched(reception.open(kept))));
  }

  /// Changes the files of the catalog for the desk.
  @Bean
  CatalogEditor catalogEditor(
      Settings settings, LiveCatalog catalog, Database database, InstantSource clock) {
    return new CatalogEditor(
        new CatalogFiles(settings.config()), catalog, database, clock, settings.zone());
  }

  @Bean
  Tuning tuning(
      Database database,
      CatalogEditor editor,
      Matching matching,
      TrainingService trainingService,
      LetterIndex index) {
    return new Tuning(database, editor, matching, trainingService, index);
  }
}
