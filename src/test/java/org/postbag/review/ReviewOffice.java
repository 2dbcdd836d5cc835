package org.postbag.review;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.postbag.catalog.TopicId;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;
import org.postbag.database.SettableClock;
import org.postbag.database.TestLetters;
import org.postbag.email.Address;
import org.postbag.email.NamedAddress;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.matching.Match;
import org.postbag.matching.campaign.Campaign;
import org.postbag.reply.ChosenReply;
import org.postbag.reply.Draft;
import org.postbag.reply.DraftBatch;
import org.postbag.reply.Proposal;
import org.postbag.search.TestIndex;

/// A queue with letters that wait, on every engine.
abstract class ReviewOffice extends OnEveryEngine {
  static final Actor ANN = new Actor("ann");
  static final Actor BEN = new Actor("ben");
  static final TopicId CALAIS = TestDrafts.CALAIS;
  static final NamedAddress OFFICE =
      new NamedAddress("Office of Jo Field", new Address("office", "field.example"));
  static final ReviewSettings SETTINGS =
      new ReviewSettings(Duration.ofSeconds(60), Duration.ofDays(30), 10, Map.of("office", OFFICE));

  private final SettableClock clock = new SettableClock();

  ReviewOffice(Engine engine) {
    super(engine);
  }

  @BeforeEach
  void send() {
    dryRun().configure(false);
  }

  final SettableClock clock() {
    return clock;
  }

  final Ledger ledger() {
    return new Ledger(database, clock());
  }

  final ReviewQueue queue() {
    return new ReviewQueue(
        database,
        ledger(),
        SETTINGS,
        (words, above, below, newest, limit) -> {
          try (TestIndex index = new TestIndex(database, () -> {})) {
            return index.upToDate().find(words, above, below, newest, limit);
          }
        },
        clock());
  }

  final DryRun dryRun() {
    return new DryRun(database, ledger(), clock());
  }

  final Decisions decisions() {
    return new Decisions(
        database,
        ledger(),
        SETTINGS,
        (_, topic) ->
            topic.equals(CALAIS)
                ? TestDrafts.chosen(TestDrafts.answer("lee", "The reply on Calais"))
                : ChosenReply.NONE,
        clock());
  }

  final Draft draft(long letter, String writer, Proposal proposal) {
    return TestDrafts.draft(letter, "office", TestDrafts.ann(writer), proposal, clock());
  }

  final long waiting(String writer) {
    long letter = keep(writer);
    queue()
        .addAll(List.of(draft(letter, writer, TestDrafts.answer(writer, "The reply on Calais"))));
    return letter;
  }

  final long keep(String writer) {
    return TestLetters.keep(database, writer + "@example.org", "Calais", "About Calais");
  }

  final long waitingIn(Campaign campaign, String writer) {
    long letter = keep(writer);
    Draft alone = draft(letter, writer, TestDrafts.answer(writer, "The reply on Calais"));
    Match match = alone.match().in(Optional.of(campaign));
    queue()
        .storeDrafts(
            new DraftBatch(
                List.of(
                    new Draft(alone.kept(), alone.letter(), match, alone.proposal(), List.of()))));
    return letter;
  }

  final DraftVersion first(long letter) {
    return new DraftVersion(letter, 1);
  }
}
