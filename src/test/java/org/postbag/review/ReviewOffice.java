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
import org.postbag.email.ReplyThread;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.matching.Match;
import org.postbag.matching.campaign.Campaign;
import org.postbag.reply.ChosenReply;
import org.postbag.reply.Draft;
import org.postbag.reply.DraftBatch;
import org.postbag.reply.Enclosed;
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

  final WrittenReplies written() {
    return new WrittenReplies(database, ledger(), SETTINGS, new Offered(), clock());
  }

  /// The replies that can be picked: one called `calais`.
  private static final class Offered implements ReplySource {
    @Override
    public ChosenReply picked(long letter, String replyName) {
      return replyName.equals("calais")
          ? TestDrafts.chosen(TestDrafts.answer("lee", "The reply on Calais"))
          : ChosenReply.NONE;
    }

    @Override
    public ChosenReply blank(long letter) {
      return TestDrafts.chosen(own(TestDrafts.ann("lee"), "Dear Ann Lee,"));
    }

    @Override
    public ChosenReply forward(long letter, NamedAddress to) {
      return TestDrafts.chosen(own(to, ""));
    }

    private static Proposal.Answer own(NamedAddress to, String text) {
      ReplyThread thread = new ReplyThread("Re: Calais", Optional.empty(), List.of());
      return new Proposal.Answer(to, thread, "", "", text, Enclosed.NONE, Optional.empty());
    }
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
