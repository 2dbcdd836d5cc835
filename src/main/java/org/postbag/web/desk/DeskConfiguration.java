package org.postbag.web.desk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.database.Database;
import org.postbag.email.LetterReader;
import org.postbag.intake.LetterStore;
import org.postbag.ledger.Ledger;
import org.postbag.matching.Matching;
import org.postbag.reply.ReplyComposer;
import org.postbag.review.DryRun;
import org.postbag.review.Overview;
import org.postbag.review.ReviewQueue;
import org.postbag.review.Snoozes;
import org.postbag.review.handling.Holders;
import org.postbag.review.handling.Notes;
import org.postbag.review.handling.Writings;
import org.postbag.search.LetterIndex;
import org.postbag.sending.DepartureForecast;
import org.postbag.sending.Pauses;
import org.postbag.sending.Refusals;
import org.postbag.sending.Settlement;
import org.postbag.web.DeskSettings;
import org.postbag.web.Notices;
import org.postbag.web.SavedViews;
import org.postbag.web.Staff;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the desk's pages are made of.
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {
  /// How late a page learns what another node did, or a notice that no write tells of.
  private static final Duration OTHER_NODES = Duration.ofSeconds(5);

  @Bean
  Times times(DeskSettings settings, InstantSource clock) {
    return new Times(settings.zone(), clock);
  }

  @Bean
  Overview overview(Database database) {
    return new Overview(database);
  }

  @Bean
  Lists lists(
      ReviewQueue queue,
      Overview overview,
      Ledger ledger,
      Supplier<Catalog> catalog,
      LetterIndex index,
      SavedViews views,
      Times times) {
    return new Lists(queue, overview, ledger, catalog, new Snippets(index), views, times);
  }

  @Bean
  LiveFeed liveFeed(
      Database database,
      Notices notices,
      DryRun dryRun,
      BreakerViews breakers,
      PauseOptions stops) {
    JdbcLiveCounts counts = new JdbcLiveCounts(database);
    LiveFeed feed =
        new LiveFeed(
            () -> {
              List<Object> shown =
                  List.of(notices.now(), dryRun.isOn(), breakers.now(), stops.now());
              return new LiveState(
                  0, counts.newestEntry(), counts.counts(), Integer.toHexString(shown.hashCode()));
            },
            OTHER_NODES);
    database.afterEachWrite(feed::wrote);
    return feed;
  }

  @Bean
  PauseOptions stops(Pauses pauses, DepartureForecast departures, ReviewQueue queue, Lists lists) {
    return new PauseOptions(pauses, departures, queue, lists);
  }

  @Bean
  LetterViews sheets(
      ReviewQueue queue,
      LetterStore letters,
      LetterReader reader,
      Ledger ledger,
      Supplier<Catalog> catalog,
      ReplyComposer composer,
      Matching matching,
      Settlement settlement,
      Refusals refusals,
      HandlingViews handling,
      Times times) {
    UnclearView doubts = new UnclearView(settlement, ledger, times);
    return new LetterViews(
        queue, letters, reader, ledger, catalog, composer, matching, doubts, refusals, handling,
        times);
  }

  @Bean
  HandlingViews handlingViews(
      Snoozes snoozes,
      Notes notes,
      Holders holders,
      Writings writings,
      Staff staff,
      Supplier<Catalog> catalog,
      Times times) {
    return new HandlingViews(snoozes, notes, holders, writings, staff, catalog, times);
  }
}
