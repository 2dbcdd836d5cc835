package org.postbag;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.postbag.catalog.LiveCatalog;
import org.postbag.database.Database;
import org.postbag.intake.Intake;
import org.postbag.intake.Reception;
import org.postbag.ledger.Ledger;
import org.postbag.matching.CampaignKeeper;
import org.postbag.reply.ChosenReply;
import org.postbag.reply.ReplyComposer;
import org.postbag.review.Decisions;
import org.postbag.review.GroupDecisions;
import org.postbag.review.JdbcReplyWordings;
import org.postbag.review.ReplyChoices;
import org.postbag.review.ReviewQueue;
import org.postbag.review.Snoozes;
import org.postbag.review.WrittenReplies;
import org.postbag.review.breaker.Breakers;
import org.postbag.review.handling.Holders;
import org.postbag.review.handling.Notes;
import org.postbag.review.handling.Presence;
import org.postbag.review.handling.Writings;
import org.postbag.search.LetterIndex;
import org.postbag.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The part of [Wiring] in which letters wait for a person, and what people decide.
@Configuration(proxyBeanMethods = false)
class ReviewWiring {
  @Bean
  Breakers breakers(Database database, Ledger ledger, InstantSource clock) {
    return new Breakers(database, ledger, clock);
  }

  @Bean
  ReviewQueue queue(
      Database database, Ledger ledger, Settings settings, LetterIndex index, InstantSource clock) {
    return new ReviewQueue(database, ledger, settings.review(), index::find, clock);
  }

  /// The words of the replies in force are kept before the first draft is made from them.
  @Bean
  JdbcReplyWordings replyWordings(Database database, LiveCatalog catalog) {
    JdbcReplyWordings wordings = new JdbcReplyWordings(database);
    wordings.keep(catalog.catalog().replies().values());
    catalog.onChange(now -> wordings.keep(now.replies().values()));
    return wordings;
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
}
