package org.postbag;

import java.time.Duration;
import java.time.InstantSource;
import org.postbag.catalog.LiveCatalog;
import org.postbag.database.Database;
import org.postbag.intake.Intake;
import org.postbag.intake.Reception;
import org.postbag.matching.JdbcCampaigns;
import org.postbag.matching.Learning;
import org.postbag.matching.Matching;
import org.postbag.matching.Neighbours;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.index.IndexFollower;
import org.postbag.matching.index.LetterIndex;
import org.postbag.matching.meaning.Meaning;
import org.postbag.reply.ReplyComposer;
import org.postbag.review.Rematching;
import org.postbag.review.ReviewQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The part of [Wiring] that knows what letters are about: the index, the topics in force, what was
/// learned, and the threads that keep all of it up to date.
@Configuration(proxyBeanMethods = false)
class LettersKnown {
  private static final Duration LEARN_EVERY = Duration.ofMinutes(5);
  private static final Duration INDEX_EVERY = Duration.ofSeconds(1);

  /// All letters, to be searched and compared; made from the database by [#indexFollower].
  @Bean
  LetterIndex letterIndex(Settings settings) {
    return LetterIndex.open(settings.data().resolve("index"));
  }

  @Bean
  IndexFollower indexFollower(
      Database database, LetterIndex index, Learning learning, InstantSource clock) {
    IndexFollower follower = new IndexFollower(database, index, learning::collectDecisions, clock);
    follower.start(INDEX_EVERY);
    return follower;
  }

  @Bean
  Matching matching(
      LiveCatalog catalog, Database database, LetterIndex index, Intake intake, Settings settings) {
    Campaigns campaigns = new Campaigns();
    JdbcCampaigns known = new JdbcCampaigns(database, index, intake);
    Thread.ofVirtual().name("known campaigns").start(() -> known.restore(campaigns));
    return new Matching(
        catalog.catalog(), Neighbours.in(index), campaigns, Meaning.open(settings.meaning()));
  }

  /// Learns from what people release, off every other thread.
  @Bean(destroyMethod = "close")
  Learning learning(
      Database database,
      Intake intake,
      Matching matching,
      Rematching rematching,
      InstantSource clock) {
    Learning learning = new Learning(database, intake, matching, clock);
    learning.start(LEARN_EVERY, rematching::run);
    return learning;
  }

  /// Topics that change match again what no person has decided, off the thread that saw the change.
  @Bean
  Rematching rematching(
      LiveCatalog catalog,
      Matching matching,
      Intake intake,
      Reception reception,
      ReplyComposer composer,
      ReviewQueue queue) {
    Rematching rematching =
        new Rematching(
            queue, intake, kept -> composer.draft(matching.matched(reception.open(kept))));
    catalog.onChange(now -> {
      matching.use(now, rematching::run);
      Thread.ofVirtual().name("match again").start(rematching::run);
    });
    catalog.watch();
    return rematching;
  }
}
